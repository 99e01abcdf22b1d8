package io.beamscribe.speech.recognition.whisper;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Tells texts that go round in circles, which Whisper falls into where it hears nothing clear. */
final class Repetition {
  /** A text that zlib makes so many times shorter says the same again and again; reference: 2.4. */
  static final double COMPRESSION = 2.4;

  /** Tokens at the end that one short pattern fills. */
  private static final int TAIL = 60;

  private static final int LONGEST_PATTERN = 20;

  private Repetition() {}

  /** How many times shorter zlib makes a text, as the reference measures it. */
  static double compression(String text) {
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

  /**
   * Whether a hypothesis ends in a pattern said at least three times over, and won't get out.
   *
   * @param firstTimestamp where timestamps begin, which are all alike here
   */
  static boolean loops(TokenNode last, int firstTimestamp) {
    if (last.length < TAIL || last.length % 8 != 0) {
      return false;
    }
    int[] tail = new int[TAIL];
    TokenNode node = last;
    for (int i = TAIL - 1; i >= 0; i--) {
      tail[i] = Math.min(node.token, firstTimestamp);
      node = node.parent;
    }
    for (int pattern = 1; pattern <= LONGEST_PATTERN; pattern++) {
      int same = 0;
      while (same < TAIL - pattern && tail[TAIL - 1 - same] == tail[TAIL - 1 - same - pattern]) {
        same++;
      }
      if (same == TAIL - pattern) {
        return true;
      }
    }
    return false;
  }
}
