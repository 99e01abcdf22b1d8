// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How GPT-2 writes bytes as letters, so that a vocabulary is a text file: a byte that is a visible
 * letter of Latin-1 stands for itself, the others have the letters from U+0100 on.
 */
final class ByteAlphabet {
  private static final char[] LETTERS = new char[256];
  private static final Map<Character, Byte> BYTES;

  static {
    Map<Character, Byte> bytes = new HashMap<>();
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean visible = value > 32 && value < 127 || value > 160 && value != 173;
      LETTERS[value] = (char) (visible ? value : next++);
      bytes.put(LETTERS[value], (byte) value);
    }
    BYTES = Map.copyOf(bytes);
  }

  private ByteAlphabet() {}

  static String letters(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    for (byte value : bytes) {
      letters.append(LETTERS[value & 0xff]);
    }
    return letters.toString();
  }

  /** The bytes of a token; letters that stand for no byte, which only marks have, are left out. */
  static byte[] bytes(String letters) {
    byte[] bytes = new byte[letters.length()];
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      Byte value = BYTES.get(letters.charAt(i));
      if (value != null) {
        bytes[count++] = value;
      }
    }
    return Arrays.copyOf(bytes, count);
  }
}
