// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.ByteChannels;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.containers.OggChain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of an Ogg file (RFC 3533), of which ffmpeg's demuxer hides two things: whether the last
 * one says that it is the last, and where in a page its samples are. The position of a page is that
 * of its end, so behind a hole the samples of the first page end there; ffmpeg lets them follow the
 * page before, and the hole come one page too late.
 */
final class OggPages {
  private static final int HEADER = 27;
  private static final int BEGIN = 2;
  private static final int END = 4;

  /** What a decoder skips at the beginning shifts times: 80 ms in Opus. */
  private static final int PRE_SKIP = SampleRange.RATE / 8;

  /** Bounds on the work for files that were made to cause it. */
  private static final int MAX_PAGES = 500_000;

  private static final int MAX_PLACED = 1000;

  private static final int EXACT = SampleRange.RATE / 100;

  private final List<Page> pages = new ArrayList<>();
  private final Map<Integer, Long> last = new HashMap<>();
  private final OggChain chain = new OggChain();
  private boolean complete;

  /**
   * A page that ends a packet.
   *
   * @param before position at the end of the page before it in its stream; -1 at the beginning
   * @param position at its end
   */
  private record Page(long before, long position) {}

  private OggPages() {}

  static OggPages read(SeekableByteChannel file) throws IOException {
    OggPages read = new OggPages();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    while (ByteChannels.fill(file, header.clear()) && isPage(header)) {
      long start = file.position() - HEADER;
      ByteBuffer sizes = ByteBuffer.allocate(header.get(26) & 0xFF);
      ByteChannels.fill(file, sizes);
      if ((header.get(5) & BEGIN) != 0) {
        read.chain.begin(start, head(file));
      } else {
        read.chain.go();
      }
      long end = start + HEADER + sizes.capacity();
      for (byte size : sizes.array()) {
        end += size & 0xFF;
      }
      read.add(header, !sizes.hasRemaining() && end <= file.size());
      file.position(Math.min(end, file.size()));
    }
    read.complete &= header.position() == 0 || !isPage(header);
    return read;
  }

  /** The first bytes of the page's content. */
  private static byte[] head(SeekableByteChannel file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(OggChain.HEAD);
    ByteChannels.fill(file, head);
    return Arrays.copyOf(head.array(), head.position());
  }

  private static boolean isPage(ByteBuffer header) {
    byte[] mark = {'O', 'g', 'g', 'S'};
    for (int i = 0; i < Math.min(mark.length, header.position()); i++) {
      if (header.get(i) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(ByteBuffer header, boolean whole) {
    int flags = header.get(5);
    int serial = header.getInt(14);
    long position = header.getLong(6);
    complete = whole && (flags & END) != 0;
    if ((flags & BEGIN) != 0) {
      last.put(serial, -1L);
    } else if (position > 0 && pages.size() < MAX_PAGES) {
      pages.add(new Page(last.getOrDefault(serial, -1L), position));
      last.put(serial, position);
    }
  }

  /** The streams that follow each other in it. */
  OggChain chain() {
    return chain;
  }

  /** Whether the last page is whole and marked as the last. */
  boolean complete() {
    return complete;
  }

  /**
   * Moves holes to the beginning of the page behind them, and leaves out those that are none: what
   * is in front of the first page, if nothing else tells where the file begins, and what is between
   * two streams of a chain, which have nothing to do with each other's clocks.
   *
   * @param rate of positions, in Hz
   * @param alone whether the file has nothing but this stream
   */
  List<Holes.Hole> place(List<Holes.Hole> holes, int rate, boolean alone) {
    List<Holes.Hole> placed = new ArrayList<>();
    for (Holes.Hole hole : holes) {
      if (placed.size() >= MAX_PLACED) {
        placed.add(hole);
        continue;
      }
      Optional<Page> found = pages.stream().filter(page -> isBehind(page, hole, rate)).findFirst();
      if (found.isEmpty() ? !chain.hasLinks() : found.get().before >= 0) {
        placed.add(found.map(page -> moved(hole, page, rate)).orElse(hole));
      } else if (!alone) {
        placed.add(hole);
      }
    }
    return placed;
  }

  private static boolean isBehind(Page page, Holes.Hole hole, int rate) {
    long after = samples(page.position, rate) - hole.time();
    return after >= -EXACT && after <= PRE_SKIP && inPage(hole, page, rate) >= -EXACT;
  }

  private static Holes.Hole moved(Holes.Hole hole, Page page, int rate) {
    long position = hole.position() - Math.max(0, inPage(hole, page, rate));
    return new Holes.Hole(Math.max(0, position), hole.length(), hole.time());
  }

  /** Samples in a page that has a hole in front. */
  private static long inPage(Holes.Hole hole, Page page, int rate) {
    return samples(page.position - Math.max(0, page.before), rate) - hole.length();
  }

  private static long samples(long position, int rate) {
    return Math.round(position * (double) SampleRange.RATE / rate);
  }
}
