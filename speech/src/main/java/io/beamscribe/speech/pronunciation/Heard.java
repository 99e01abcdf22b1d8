// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.pronunciation.lexicon.Lexicon;
import io.beamscribe.speech.text.LowerCase;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognised words beside those of a reference. Immutable.
 *
 * @param match for each word of the reference the number of the one that was recognised in its
 *     place; -1 if none was
 * @param same whether that is the same word
 * @param insertedBefore recognised words that are in no place of the reference, by the number of
 *     the word they come before
 */
record Heard(int[] match, boolean[] same, List<List<Integer>> insertedBefore) {

  /** Recognised words, numbers digit by digit as they are read. */
  static List<Word> words(List<Word> recognized) {
    List<Word> words = new ArrayList<>();
    for (Word word : recognized) {
      boolean number =
          !word.text().isEmpty() && word.text().chars().allMatch(c -> c >= '0' && c <= '9');
      int count = number ? word.text().length() : 1;
      long length = word.endMilliseconds() - word.startMilliseconds();
      for (int i = 0; i < count; i++) {
        words.add(
            new Word(
                number ? Lexicon.DIGITS.get(word.text().charAt(i) - '0') : word.text(),
                word.startMilliseconds() + length * i / count,
                word.startMilliseconds() + length * (i + 1) / count,
                word.confidence()));
      }
    }
    return words;
  }

  /** A word without what writers differ in. */
  static String key(String word) {
    String key = LowerCase.letters(word);
    return key.length() == 1 && Character.isDigit(key.charAt(0))
        ? Lexicon.DIGITS.get(Character.digit(key.charAt(0), 10))
        : key;
  }

  /** The alignment with the fewest differences. */
  static Heard align(List<String> reference, List<Word> heard) {
    List<String> one = reference.stream().map(Heard::key).toList();
    List<String> other = heard.stream().map(word -> key(word.text())).toList();
    int[][] cost = costs(one, other);
    int[] match = new int[reference.size()];
    boolean[] same = new boolean[reference.size()];
    List<List<Integer>> inserted = new ArrayList<>();
    for (int i = 0; i <= reference.size(); i++) {
      inserted.add(new ArrayList<>());
    }
    int i = reference.size();
    int j = heard.size();
    while (i > 0 || j > 0) {
      boolean equal = i > 0 && j > 0 && one.get(i - 1).equals(other.get(j - 1));
      if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (equal ? 0 : 1)) {
        i--;
        j--;
        match[i] = j;
        same[i] = equal;
      } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
        match[--i] = -1;
      } else {
        inserted.get(i).add(0, --j);
      }
    }
    return new Heard(match, same, inserted);
  }

  /**
   * How many words of a reference some recognised words are the beginning of.
   *
   * @param last whether the reference ends with them
   */
  static int prefix(List<String> reference, List<Word> heard, boolean last) {
    if (last) {
      return reference.size();
    }
    int[][] cost =
        costs(
            reference.stream().map(Heard::key).toList(),
            heard.stream().map(word -> key(word.text())).toList());
    int best = 0;
    for (int i = 0; i <= reference.size(); i++) {
      best = cost[i][heard.size()] < cost[best][heard.size()] ? i : best;
    }
    return best;
  }

  private static int[][] costs(List<String> reference, List<String> heard) {
    int[][] cost = new int[reference.size() + 1][heard.size() + 1];
    for (int i = 0; i <= reference.size(); i++) {
      for (int j = 0; j <= heard.size(); j++) {
        int least = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE;
        if (i > 0) {
          least = Math.min(least, cost[i - 1][j] + 1);
        }
        if (j > 0) {
          least = Math.min(least, cost[i][j - 1] + 1);
        }
        if (i > 0 && j > 0) {
          least =
              Math.min(
                  least,
                  cost[i - 1][j - 1] + (reference.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1));
        }
        cost[i][j] = least;
      }
    }
    return cost;
  }
}
