// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compresses many records: one line of JSON each, deflated. If names of members and common values
 * are known in advance, a pack of one record is small too. Thread-safe.
 */
public final class JsonPack<T> {
  private final Class<T> type;
  private final byte[] known;

  /** Packs without known content: for many records in a pack. */
  public JsonPack(Class<T> type) {
    this(type, "");
  }

  /**
   * Packs of records that resemble a known text.
   *
   * @param known names of members and common values, as in JSON, the most common ones last. Part of
   *     the format: changing it makes earlier packs unreadable.
   */
  public JsonPack(Class<T> type, String known) {
    this.type = type;
    this.known = known.getBytes(StandardCharsets.UTF_8);
  }

  /** Packs records, in their order. */
  public byte[] pack(Iterable<T> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Object each : records) {
      lines.writeBytes(Json.writeCompact(each));
      lines.write('\n');
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setDictionary(known);
      deflater.setInput(lines.toByteArray());
      deflater.finish();
      ByteArrayOutputStream pack = new ByteArrayOutputStream(256);
      byte[] some = new byte[4096];
      while (!deflater.finished()) {
        pack.write(some, 0, deflater.deflate(some));
      }
      return pack.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks a pack.
   *
   * @throws IOException if it is not a pack
   */
  public List<T> unpack(byte[] pack) throws IOException {
    byte[] lines = inflated(pack);
    List<T> records = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        records.add(Json.readCompact(lines, begin, i - begin, type));
        begin = i + 1;
      }
    }
    return records;
  }

  private byte[] inflated(byte[] pack) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(known);
      inflater.setInput(pack);
      ByteArrayOutputStream lines = new ByteArrayOutputStream(4 * pack.length + 64);
      byte[] some = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(some);
        if (count == 0 && !inflater.finished()) {
          throw new IOException("a pack that ends too early");
        }
        lines.write(some, 0, count);
      }
      return lines.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("not a pack", e);
    } finally {
      inflater.end();
    }
  }
}
