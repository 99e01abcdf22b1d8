// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.meaning;

import io.beamscribe.speech.text.Punctuation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pieces of words that an uncased BERT reads: lower case without accents, split at spaces,
 * punctuation and Chinese characters, then into the longest pieces of the vocabulary. Immutable.
 */
public final class WordPieces {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids = new HashMap<>();
  private final int unknown;

  /**
   * Reads a vocabulary.
   *
   * @param vocabulary a piece a line, its number that of its line from 0
   */
  public static WordPieces read(Path vocabulary) throws IOException {
    return new WordPieces(Files.readAllLines(vocabulary, StandardCharsets.UTF_8));
  }

  /**
   * A vocabulary.
   *
   * @param lines its pieces by their numbers
   * @throws IOException if it lacks the piece for the unknown
   */
  public WordPieces(List<String> lines) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      ids.put(lines.get(i), i);
    }
    unknown = id("[UNK]");
  }

  /** The number of a piece that must be there. */
  public int id(String piece) throws IOException {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IOException("The vocabulary of the model lacks " + piece + ".");
    }
    return id;
  }

  /** The pieces of a text, in which a line break is read as a full stop. */
  public List<WordPiece> of(String text) {
    List<WordPiece> pieces = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean alone = isPunctuation(c) || Character.isIdeographic(c);
      if (alone || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        flush(word, places, pieces);
      }
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        append(text.substring(i, next), i, word, places);
      } else if (c == '\n') {
        pieces.add(new WordPiece(ids.getOrDefault(".", unknown), i, next, false));
      }
      if (alone) {
        flush(word, places, pieces);
      }
      i = next;
    }
    flush(word, places, pieces);
    return pieces;
  }

  private static void append(String c, int place, StringBuilder word, List<Integer> places) {
    String plain = Normalizer.normalize(c.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    for (int i = 0; i < plain.length(); i++) {
      int type = Character.getType(plain.charAt(i));
      if (type != Character.NON_SPACING_MARK
          && type != Character.CONTROL
          && type != Character.FORMAT) {
        word.append(plain.charAt(i));
        places.add(place);
      }
    }
  }

  private void flush(StringBuilder word, List<Integer> places, List<WordPiece> pieces) {
    if (!word.isEmpty()) {
      split(word.toString(), places, pieces);
      word.setLength(0);
      places.clear();
    }
  }

  private void split(String word, List<Integer> places, List<WordPiece> pieces) {
    List<WordPiece> own = new ArrayList<>();
    int end = word.length() > LONGEST_WORD ? 0 : word.length();
    for (int start = 0; start < end; ) {
      int to = end;
      String prefix = start > 0 ? "##" : "";
      Integer id = null;
      while (to > start && (id = ids.get(prefix + word.substring(start, to))) == null) {
        to--;
      }
      if (id == null) {
        own.clear();
        break;
      }
      own.add(new WordPiece(id, places.get(start), places.get(to - 1) + 1, start > 0));
      start = to;
    }
    if (own.isEmpty()) {
      own.add(new WordPiece(unknown, places.get(0), places.get(word.length() - 1) + 1, false));
    }
    pieces.addAll(own);
  }

  private static boolean isPunctuation(int c) {
    boolean ascii = c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    return ascii || Punctuation.is(c);
  }
}
