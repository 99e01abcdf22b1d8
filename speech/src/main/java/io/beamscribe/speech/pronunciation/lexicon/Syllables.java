// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Divides words into syllables: each has a vowel, before which as many consonants stand as can. */
public final class Syllables {
  private static final Set<String> ONSETS =
      Set.of(
          "P L", "P R", "B L", "B R", "T R", "D R", "K L", "K R", "G L", "G R", "F L", "F R",
          "TH R", "SH R", "S P", "S T", "S K", "S M", "S N", "S L", "S W", "T W", "K W", "D W",
          "P Y", "B Y", "K Y", "F Y", "M Y", "HH Y", "V Y", "S P L", "S P R", "S T R", "S K R",
          "S K W");

  private Syllables() {}

  /** How many phones each syllable has; one syllable if there is no vowel. */
  public static List<Integer> lengths(List<Phone> phones) {
    List<Integer> vowels = new ArrayList<>();
    for (int i = 0; i < phones.size(); i++) {
      if (phones.get(i).isVowel()) {
        vowels.add(i);
      }
    }
    List<Integer> lengths = new ArrayList<>();
    int start = 0;
    for (int v = 0; v + 1 < vowels.size(); v++) {
      int next = onset(phones, vowels.get(v) + 1, vowels.get(v + 1));
      lengths.add(next - start);
      start = next;
    }
    lengths.add(phones.size() - start);
    return lengths;
  }

  /** Where the consonants before a vowel begin that can begin a syllable. */
  private static int onset(List<Phone> phones, int from, int vowel) {
    for (int start = from; start < vowel - 1; start++) {
      List<String> names =
          phones.subList(start, vowel).stream().map(phone -> phone.phoneme().name()).toList();
      if (ONSETS.contains(String.join(" ", names))) {
        return start;
      }
    }
    boolean can = vowel > from && phones.get(vowel - 1).phoneme() != Phoneme.NG;
    return can ? vowel - 1 : vowel;
  }

  /**
   * The letters of each syllable: cut before the last consonant between two groups of vowels.
   *
   * @return as many as asked for, in order; empty texts if the word is not so written
   */
  public static List<String> letters(String word, int count) {
    List<Integer> cuts = new ArrayList<>();
    String lower = word.toLowerCase(Locale.ROOT);
    int vowelEnd = -1;
    for (int i = 0; i < lower.length(); i++) {
      boolean silent =
          i == lower.length() - 1 && lower.charAt(i) == 'e' && cuts.size() + 1 >= count;
      if (isVowel(lower, i) && !silent) {
        if (vowelEnd >= 0 && i > vowelEnd && cuts.size() + 1 < count) {
          cuts.add(Math.max(vowelEnd, i - (digraph(lower, i) ? 2 : 1)));
        }
        vowelEnd = i + 1;
      }
    }
    List<String> parts = new ArrayList<>();
    if (cuts.size() + 1 == count) {
      int start = 0;
      for (int cut : cuts) {
        parts.add(word.substring(start, cut));
        start = cut;
      }
      parts.add(word.substring(start));
      return parts;
    }
    for (int i = 0; i < count; i++) {
      parts.add("");
    }
    return parts;
  }

  private static boolean isVowel(String word, int at) {
    return "aeiou".indexOf(word.charAt(at)) >= 0 || word.charAt(at) == 'y' && at > 0;
  }

  private static boolean digraph(String word, int vowel) {
    return vowel >= 2
        && Set.of("th", "sh", "ch", "ph", "wh", "gh", "qu")
            .contains(word.substring(vowel - 2, vowel));
  }
}
