// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.said;

import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A phrase that is looked for in what is said: words after each other, in any case. A word that
 * ends in {@code *} stands for all that begin like it, as every word of Korean does, for its
 * endings; in scripts without spaces the phrase may stand anywhere. Immutable.
 */
public final class PhrasePattern {
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}*]+$");

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final boolean unspaced;

  /**
   * @throws IllegalArgumentException if there is no word in it
   */
  public PhrasePattern(String text) {
    this.text = text;
    for (String word : text.strip().split("\\s+")) {
      String plain = plain(word);
      if (!plain.isEmpty()) {
        words.add(HANGUL.matcher(plain).find() && !plain.endsWith("*") ? plain + "*" : plain);
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' holds no word");
    }
    unspaced = UNSPACED.matcher(text).find();
  }

  /** Where it is found. */
  public record Found(int firstWord, int endWord) {}

  /** All places in some words, in order, none over another. */
  public List<Found> find(List<Word> spoken) {
    return unspaced ? findAnywhere(spoken) : findWords(spoken);
  }

  private List<Found> findWords(List<Word> spoken) {
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i + words.size() <= spoken.size()) {
      if (matches(spoken, i)) {
        found.add(new Found(i, i + words.size()));
        i += words.size();
      } else {
        i++;
      }
    }
    return found;
  }

  private boolean matches(List<Word> spoken, int at) {
    for (int i = 0; i < words.size(); i++) {
      String wanted = words.get(i);
      String word = plain(spoken.get(at + i).text());
      boolean same =
          wanted.endsWith("*")
              ? word.startsWith(wanted.substring(0, wanted.length() - 1))
              : word.equals(wanted);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private List<Found> findAnywhere(List<Word> spoken) {
    StringBuilder all = new StringBuilder();
    List<Integer> wordAt = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      String word = plain(spoken.get(i).text());
      all.append(word);
      for (int c = 0; c < word.length(); c++) {
        wordAt.add(i);
      }
    }
    String wanted = String.join("", words).replace("*", "");
    List<Found> found = new ArrayList<>();
    int at = all.indexOf(wanted);
    while (at >= 0 && !wanted.isEmpty()) {
      found.add(new Found(wordAt.get(at), wordAt.get(at + wanted.length() - 1) + 1));
      at = all.indexOf(wanted, at + wanted.length());
    }
    return found;
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return EDGES.matcher(lower).replaceAll("");
  }

  @Override
  public String toString() {
    return text;
  }
}
