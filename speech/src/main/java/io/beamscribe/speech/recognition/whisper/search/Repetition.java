// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Detects repetitive texts, which Whisper produces on unclear audio. */
public final class Repetition {
  /** A text with at least this compression ratio by zlib is repetitive; the reference has 2.4. */
  public static final double COMPRESSION = 2.4;

  /** Tokens at the end that one short pattern fills. */
  private static final int TAIL = 60;

  private static final int LONGEST_PATTERN = 20;

  /** Tokens that a repetition must fill to be more than a way of speaking, such as "no, no, no". */
  private static final int LEAST_CIRCLES = 30;

  private Repetition() {}

  /** The compression ratio of a text by zlib, as the reference measures it. */
  public static double compression(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return 0;
    }
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length + 64];
      return (double) bytes.length / deflater.deflate(out);
    } finally {
      deflater.end();
    }
  }

  /** Whether a hypothesis is stuck repeating a short pattern. */
  static boolean loops(TokenNode last) {
    if (last.length < TAIL || last.length % 8 != 0) {
      return false;
    }
    List<Integer> tail = new ArrayList<>();
    @Nullable TokenNode node = last;
    for (int i = 0; i < TAIL; i++) {
      tail.add(0, requireNonNull(node).token);
      node = node.parent;
    }
    return circle(tail, TAIL, LONGEST_PATTERN) < TAIL;
  }

  /**
   * Whether a text ends with the same words three times or more: twice may be a refrain or an
   * announcement.
   *
   * @param tokens of text only
   */
  public static boolean circles(List<Integer> tokens) {
    return beginning(tokens) < tokens.size();
  }

  /**
   * The first token of what is repeated up to the end of a text; the size of a text that does not
   * end in {@link #circles}.
   */
  public static int beginning(List<Integer> tokens) {
    return circle(tokens, LEAST_CIRCLES, tokens.size() / 3);
  }

  /**
   * Where a pattern of at most a given length begins that fills at least {@code length} tokens at
   * the end; the size if there is none.
   */
  private static int circle(List<Integer> tokens, int length, int longest) {
    int end = tokens.size();
    for (int pattern = 1; pattern <= longest; pattern++) {
      int same = 0;
      while (same < end - pattern
          && tokens.get(end - 1 - same).equals(tokens.get(end - 1 - same - pattern))) {
        same++;
      }
      if (same + pattern >= Math.max(length, 3 * pattern)) {
        return end - same - pattern;
      }
    }
    return end;
  }
}
