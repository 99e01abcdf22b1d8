// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import java.nio.charset.StandardCharsets;

/** A view of bytes on which reading past the end is harmless. */
record Bytes(byte[] all, int offset) {
  Bytes(byte[] all) {
    this(all, 0);
  }

  Bytes from(int position) {
    return new Bytes(all, offset + position);
  }

  int length() {
    return all.length - offset;
  }

  /** The byte at a position, -1 past the end. */
  int at(int position) {
    return position < length() ? all[offset + position] & 0xFF : -1;
  }

  /** Four bytes as an unsigned number, the lowest first; past the end they count as 0. */
  long little(int position) {
    long number = 0;
    for (int i = 3; i >= 0; i--) {
      number = number << 8 | Math.max(0, at(position + i));
    }
    return number;
  }

  boolean has(int position, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (at(position + i) != values[i]) {
        return false;
      }
    }
    return true;
  }

  boolean has(int position, String text) {
    return text.equals(text(position, text.length()));
  }

  String text(int position, int length) {
    return position + length > length()
        ? ""
        : new String(all, offset + position, length, StandardCharsets.ISO_8859_1);
  }
}
