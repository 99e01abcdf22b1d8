// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Pronunciations of English words: those of the CMU dictionary, and by letters those of words
 * outside it. Thread-safe.
 */
public final class Lexicon {
  private static final String FILE = "cmudict.gz";

  private static final class Shared {
    static final Lexicon LEXICON = new Lexicon(content(), LetterRules.read());

    private static byte[] content() {
      try (InputStream in =
          new GZIPInputStream(
              Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE), FILE))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("The dictionary cannot be read", e);
      }
    }
  }

  /** Names of digits; numbers are said digit by digit. */
  public static final List<String> DIGITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  /** Lines of a word, a space, and its phones, ordered by their bytes. */
  private final byte[] lines;

  private final int[] starts;
  private final LetterRules letters;

  private Lexicon(byte[] lines, LetterRules letters) {
    this.lines = lines;
    this.letters = letters;
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < lines.length; at = end(at) + 1) {
      found.add(at);
    }
    this.starts = found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The lexicon of this process, read when it is first needed. */
  public static Lexicon english() {
    return Shared.LEXICON;
  }

  /**
   * How a word may be pronounced, the usual way first.
   *
   * @param word of letters, digits and apostrophes
   * @return at least one way; empty only for what has no letters
   */
  public List<List<Phone>> pronunciations(String word) {
    return Variants.of(known(word.toLowerCase(Locale.ROOT)));
  }

  /** Whether the dictionary has a word. */
  public boolean contains(String word) {
    String key = word.toLowerCase(Locale.ROOT) + " ";
    int first = firstNotBefore(key.getBytes(StandardCharsets.UTF_8));
    return first < starts.length && line(first).startsWith(key);
  }

  private List<List<Phone>> known(String word) {
    String key = word + " ";
    List<List<Phone>> found = new ArrayList<>();
    for (int i = firstNotBefore(key.getBytes(StandardCharsets.UTF_8));
        i < starts.length && line(i).startsWith(key);
        i++) {
      found.add(
          Arrays.stream(line(i).substring(key.length()).split(" ")).map(Phone::parse).toList());
    }
    if (!found.isEmpty()) {
      return found;
    }
    List<Phone> spelled = new ArrayList<>();
    if (word.endsWith("'s") && contains(word.substring(0, word.length() - 2))) {
      spelled.addAll(known(word.substring(0, word.length() - 2)).get(0));
      spelled.add(new Phone(Phoneme.Z, 0));
    } else {
      for (String piece : word.split("(?<=\\d)|(?=\\d)")) {
        spelled.addAll(
            piece.matches("[0-9]")
                ? known(DIGITS.get(Integer.parseInt(piece))).get(0)
                : letters.phones(piece));
      }
    }
    return spelled.isEmpty() ? List.of() : List.of(List.copyOf(spelled));
  }

  private int firstNotBefore(byte[] key) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int to = Math.min(starts[middle] + key.length, lines.length);
      if (Arrays.compareUnsigned(lines, starts[middle], to, key, 0, key.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private String line(int number) {
    int from = starts[number];
    return new String(lines, from, end(from) - from, StandardCharsets.UTF_8);
  }

  private int end(int from) {
    int at = from;
    while (at < lines.length && lines[at] != '\n') {
      at++;
    }
    return at;
  }
}
