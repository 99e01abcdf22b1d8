// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a WAV file up to its samples: RIFF, its forms for more than 4 GiB (RF64 and
 * BW64, EBU Tech 3306 and ITU-R BS.2088) and Sony Wave64. The sizes in a header are claims: they
 * are never allocated, and files that were streamed or cut off are read as far as they go. That,
 * and reading single ranges of a stored file, is what libraries and the JDK do not do.
 */
public final class WavParser {
  /** First bytes of Wave64: the identifier of its outermost chunk. */
  public static final int[] W64_RIFF =
      guid(0x72, 0x69, 0x66, 0x66, 0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6);

  /** The identifier that Wave64 has at byte 24. */
  public static final int[] W64_WAVE =
      guid(0x77, 0x61, 0x76, 0x65, 0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1);

  /** More than any writer produces, and few enough to skip in no time. */
  private static final int MAX_CHUNKS = 2000;

  private static final int MAX_CHANNELS = 64;
  private static final int MIN_RATE = 1000;
  private static final int MAX_RATE = 1_000_000;

  private static final long FOUR_GIB = 1L << 32;

  private final String name;
  private final ReadableByteChannel channel;
  private final long fileSize;
  private final boolean wave64;
  private final boolean bigEndian;
  private long position;
  private int pushedBack = -1;
  private long outerSize;
  private long longDataBytes = -1;
  private @Nullable WavHeader format;

  private WavParser(String name, long fileSize, ReadableByteChannel channel, AudioKind kind) {
    this.name = name;
    this.fileSize = fileSize;
    this.channel = channel;
    this.wave64 = kind == AudioKind.W64;
    this.bigEndian = kind == AudioKind.RIFX;
  }

  /**
   * Parses a file that was sniffed to be {@link AudioKind#WAV}, {@link AudioKind#RIFX} or {@link
   * AudioKind#W64}. Where a size between format and samples is wrong, they are searched for.
   */
  public static WavHeader parse(AudioSource source, AudioKind kind)
      throws SpeechException, IOException {
    try (ReadableByteChannel channel = source.open()) {
      WavParser parser = new WavParser(source.name(), source.size(), channel, kind);
      try {
        return parser.parse();
      } catch (SpeechException e) {
        WavHeader format = parser.format;
        if (format == null || parser.wave64 || e.kind() != ErrorKind.INVALID_AUDIO) {
          throw e;
        }
        return WavSearch.samples(source, format).orElseThrow(() -> e);
      }
    }
  }

  /** Parses a file while it is written; the channel is then at the first sample. */
  public static WavHeader parse(ReadableByteChannel stream) throws SpeechException, IOException {
    return new WavParser("stream", Long.MAX_VALUE, stream, AudioKind.WAV).parse();
  }

  private WavHeader parse() throws SpeechException, IOException {
    outer();
    boolean odd = false;
    for (int chunk = 0; chunk < MAX_CHUNKS; chunk++) {
      ByteBuffer head = odd ? afterOdd() : read(wave64 ? 24 : 8);
      if (head == null) {
        throw invalid(format == null ? "ends before its format" : "has no samples");
      }
      int id = bigEndian ? Integer.reverseBytes(head.getInt()) : head.getInt();
      long size = wave64 ? head.getLong(16) - 24 : head.getInt() & 0xFFFFFFFFL;
      long begin = position;
      if (id == id("data")) {
        return data(size);
      } else if (id == id("fmt ")) {
        format(size);
      } else if (id == id("ds64")) {
        ByteBuffer sizes = read(24);
        longDataBytes = sizes == null ? -1 : sizes.getLong(8);
      }
      long end = begin + Math.max(0, Math.min(size, Long.MAX_VALUE / 2));
      odd = !wave64 && end % 2 != 0;
      skip((wave64 ? PcmLayout.ceilDiv(end, 8) * 8 : end) - position);
    }
    throw invalid("has no samples");
  }

  /** The head of the file, whose size covers all. */
  private void outer() throws IOException {
    if (wave64) {
      skip(40);
    } else {
      ByteBuffer head = read(12);
      outerSize = head == null ? 0 : head.getInt(4) & 0xFFFFFFFFL;
    }
  }

  /**
   * The head of the chunk behind one of odd size, to which a byte must be added. Some writers
   * forget it, and some do not write zero.
   */
  private @Nullable ByteBuffer afterOdd() throws IOException {
    ByteBuffer both = read(9);
    if (both == null) {
      return null;
    }
    boolean padded = WavSearch.isPadded(both.array());
    if (!padded) {
      pushedBack = both.get(8) & 0xFF;
      position--;
    }
    return both.slice(padded ? 1 : 0, 8).order(both.order());
  }

  private WavHeader data(long size) throws SpeechException, IOException {
    if (format == null) {
      throw invalid("has no format before its samples");
    }
    return new WavHeader(
        format.tag(),
        format.channels(),
        format.rate(),
        format.bits(),
        format.blockAlign(),
        position,
        dataBytes(size),
        format.mask(),
        bigEndian);
  }

  private long dataBytes(long size) throws IOException {
    long stored = fileSize - position;
    if (wave64) {
      return size < 0 || size >= Long.MAX_VALUE / 2 ? -1 : size;
    } else if (fileSize == Long.MAX_VALUE) {
      return -1;
    } else if (longDataBytes >= 0 && isPlaceholder(size)) {
      return longDataBytes;
    } else if (size > stored && WriterSizes.areUnknown(outerSize, size, position)) {
      return -1;
    } else if (stored >= FOUR_GIB && longDataBytes < 0) {
      return -1; // a 32-bit size cannot be right here
    } else if (size == 0 && stored > 0) {
      return chunkFollows(stored) ? 0 : -1;
    }
    return size;
  }

  /** What stands where the size is told elsewhere. */
  private static boolean isPlaceholder(long size) {
    return size >= 0xFFFFF000L || (size >= 0x7FFFF000L && size <= 0x7FFFFFFFL);
  }

  /** Whether an empty data chunk is real: another chunk that fits the file follows. */
  private boolean chunkFollows(long stored) throws IOException {
    ByteBuffer head = read(8);
    if (head == null) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (head.get(i) < ' ' || head.get(i) > '~') {
        return false;
      }
    }
    return (head.getInt(4) & 0xFFFFFFFFL) + 8 <= stored;
  }

  private void format(long size) throws SpeechException, IOException {
    ByteBuffer chunk = read((int) Math.max(0, Math.min(size, 40)));
    if (chunk == null || chunk.limit() < 14) {
      throw invalid("ends within its format");
    }
    int tag = chunk.getShort(0) & 0xFFFF;
    int mask = 0;
    if (tag == WavHeader.EXTENSIBLE && chunk.limit() >= 26) {
      mask = chunk.getInt(20);
      tag = chunk.getShort(24) & 0xFFFF;
    }
    int channels = chunk.getShort(2) & 0xFFFF;
    long rate = chunk.getInt(4) & 0xFFFFFFFFL;
    int align = chunk.getShort(12) & 0xFFFF;
    int bits = chunk.limit() >= 16 ? chunk.getShort(14) & 0xFFFF : 0;
    if (channels == 0 || rate == 0) {
      throw invalid("says that it has " + channels + " channels at " + rate + " Hz");
    } else if (channels > MAX_CHANNELS || rate < MIN_RATE || rate > MAX_RATE) {
      throw new SpeechException(
          ErrorKind.UNSUPPORTED_AUDIO,
          String.format(
              Locale.ROOT,
              "%s says that it has %d channels at %d Hz; read are up to %d channels at %d to %d"
                  + " Hz.",
              name,
              channels,
              rate,
              MAX_CHANNELS,
              MIN_RATE,
              MAX_RATE));
    }
    format = new WavHeader(tag, channels, rate, bits, align, position, 0, mask, bigEndian);
  }

  /** The next bytes; null if the file ends before. */
  private @Nullable ByteBuffer read(int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    buffer.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (pushedBack >= 0 && count > 0) {
      buffer.put((byte) pushedBack);
      pushedBack = -1;
    }
    boolean whole = ByteChannels.fill(channel, buffer);
    position += buffer.position();
    return whole ? buffer.flip() : null;
  }

  private void skip(long count) throws IOException {
    long fromChannel = count;
    if (pushedBack >= 0 && count > 0) {
      pushedBack = -1;
      fromChannel--;
    }
    ByteChannels.skip(channel, fromChannel);
    position += count;
  }

  private SpeechException invalid(String what) {
    return new SpeechException(ErrorKind.INVALID_AUDIO, "The WAV file " + name + " " + what + ".");
  }

  private static int id(String text) {
    return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
  }

  private static int[] guid(int... begin) {
    return begin;
  }
}
