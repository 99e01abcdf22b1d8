// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file in UTF-8, or in UTF-16 if it begins with that byte order mark. They end
 * as those of any system, with a line feed, a carriage return, or both. A line that is not valid is
 * null.
 */
final class TextLines implements AutoCloseable {
  /** Longer ones are no sentences, and would fill the memory. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private Charset charset = StandardCharsets.UTF_8;
  private long number;

  /** Whether the line before ended with a carriage return, of which a line feed may be part. */
  private boolean returned;

  private @Nullable String line;

  private TextLines(InputStream in) {
    this.in = in;
  }

  static TextLines open(Path file) throws IOException {
    return of(Files.newInputStream(file));
  }

  static TextLines of(InputStream stream) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
    TextLines lines = new TextLines(in);
    in.mark(4);
    byte[] head = in.readNBytes(3);
    in.reset();
    if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB) {
      in.skipNBytes(3);
    } else if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      in.skipNBytes(2);
      lines.charset = StandardCharsets.UTF_16LE;
    } else if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      in.skipNBytes(2);
      lines.charset = StandardCharsets.UTF_16BE;
    }
    return lines;
  }

  /** Reads the next line; false at the end. */
  boolean next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean any = false;
    boolean tooLong = false;
    while (true) {
      int unit = unit(bytes, tooLong);
      if (unit < 0) {
        break;
      }
      if (returned && unit == '\n') {
        returned = false;
        continue;
      }
      any = true;
      returned = unit == '\r';
      tooLong |= bytes.size() > LONGEST;
      if (unit == '\n' || unit == '\r') {
        break;
      }
    }
    if (!any) {
      return false;
    }
    number++;
    line = tooLong ? null : decoded(bytes.toByteArray());
    return true;
  }

  /** Reads a byte, or two of UTF-16; keeps all but the end of the line. */
  private int unit(ByteArrayOutputStream bytes, boolean full) throws IOException {
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    int unit = first;
    int second = -1;
    if (!charset.equals(StandardCharsets.UTF_8)) {
      second = Math.max(0, in.read());
      unit = charset.equals(StandardCharsets.UTF_16LE) ? first | second << 8 : first << 8 | second;
    }
    if (unit != '\n' && unit != '\r' && !full) {
      bytes.write(first);
      if (second >= 0) {
        bytes.write(second);
      }
    }
    return unit;
  }

  private @Nullable String decoded(byte... bytes) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Of the line that was read, from 1 on. */
  long number() {
    return number;
  }

  /** The line that was read; null if it is not valid text, or longer than a million bytes. */
  @Nullable String line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
