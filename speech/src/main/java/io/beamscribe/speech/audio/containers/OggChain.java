// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.containers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The streams that follow each other in a chained Ogg file. ffmpeg goes through a chain of equal
 * streams; where codec, channels or rate change it ends, leaves out the rest or counts at the rate
 * of the first. Such parts are to be decoded one by one. Not thread-safe.
 */
public final class OggChain {
  /** Enough of a first page to tell codec, channels and rate. */
  public static final int HEAD = 64;

  private static final String SPEEX = "Speex   ";

  private final List<Long> starts = new ArrayList<>();
  private String previous = "";
  private StringBuilder current = new StringBuilder();
  private boolean beginning;
  private long start;
  private int links;

  /** Takes the first page of a stream; several in a row begin together. */
  public void begin(long position, byte[] head) {
    if (!beginning) {
      beginning = true;
      start = position;
      links++;
    }
    current.append(signature(head)).append(' ');
  }

  /** Takes any other page. */
  public void go() {
    if (beginning) {
      beginning = false;
      String now = current.toString();
      // Headers of a further Speex stream are taken for broken audio.
      if (!now.equals(previous) || now.startsWith(SPEEX)) {
        starts.add(start);
      }
      previous = now;
      current = new StringBuilder();
    }
  }

  /** Whether one stream, or several at a time, follow another. */
  public boolean hasLinks() {
    return links > 1;
  }

  /** Positions in the file at which parts begin that are to be decoded one by one. */
  public List<Long> starts() {
    return List.copyOf(starts);
  }

  private static String signature(byte[] head) {
    String magic = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
    byte[] form =
        magic.startsWith("OpusHead")
            ? Arrays.copyOfRange(head, 9, 10)
            : magic.startsWith("\u0001vorbis")
                ? Arrays.copyOfRange(head, 11, 16)
                : magic.startsWith(SPEEX)
                    ? Arrays.copyOfRange(head, 36, 52)
                    : magic.startsWith("\u007FFLAC")
                        ? Arrays.copyOfRange(head, 27, 30)
                        : new byte[0];
    return magic + Arrays.toString(form);
  }
}
