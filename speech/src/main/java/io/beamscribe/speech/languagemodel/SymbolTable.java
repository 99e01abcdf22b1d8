// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import io.beamscribe.speech.languagemodel.arrays.MappedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The words of a model, each with its label. */
final class SymbolTable {
  private final Map<String, Integer> labels;
  private final byte[] raw;
  private final int limit;
  private @Nullable String[] names = {};

  private SymbolTable(Map<String, Integer> labels, byte[] raw, int limit) {
    this.labels = labels;
    this.raw = raw;
    this.limit = limit;
  }

  /** Reads the table that begins at a position of a file. */
  static SymbolTable read(MappedFile in, long begin) throws UnsupportedFormatException {
    if (in.getInt(begin) != NgramFst.SYMBOLS_MAGIC) {
      throw new UnsupportedFormatException("its symbol table is unknown");
    }
    long at = begin + 8 + length(in, begin + 4);
    long size = in.getLong(at + 8);
    at += 16;
    if (size < 0 || size > (in.size() - at) / 12) {
      throw new UnsupportedFormatException("its symbol table is broken");
    }
    Map<String, Integer> labels = new HashMap<>((int) (size * 3 / 2));
    long limit = 0;
    for (long i = 0; i < size; i++) {
      int length = length(in, at);
      String name = new String(in.getBytes(at + 4, length), StandardCharsets.UTF_8);
      long label = in.getLong(at + 4 + length);
      if (label < 0 || label >= Integer.MAX_VALUE) {
        throw new UnsupportedFormatException("its symbol table is broken");
      }
      labels.put(name, (int) label);
      limit = Math.max(limit, label + 1);
      at += 12 + length;
    }
    return new SymbolTable(labels, in.getBytes(begin, Math.toIntExact(at - begin)), (int) limit);
  }

  private static int length(MappedFile in, long at) throws UnsupportedFormatException {
    int length = in.getInt(at);
    if (length < 0) {
      throw new UnsupportedFormatException("its symbol table is broken");
    }
    return length;
  }

  OptionalInt label(String word) {
    Integer label = labels.get(word);
    return label == null ? OptionalInt.empty() : OptionalInt.of(label);
  }

  /** The word of a label; of several, the first in the order of letters. Not thread-safe. */
  String name(int label) {
    if (names.length == 0) {
      names = new String[limit];
      labels.forEach(
          (word, of) -> {
            if (names[of] == null || word.compareTo(names[of]) < 0) {
              names[of] = word;
            }
          });
    }
    String name = names[label];
    return name == null ? "" : name;
  }

  Iterable<String> words() {
    return labels.keySet();
  }

  /** More than any label. */
  int limit() {
    return limit;
  }

  /** The bytes of the table as they are in the file: a label may have several names. */
  byte[] raw() {
    return Arrays.copyOf(raw, raw.length);
  }

  int rawLength() {
    return raw.length;
  }
}
