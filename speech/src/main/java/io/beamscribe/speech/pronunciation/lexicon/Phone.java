// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

/**
 * A phone of a word.
 *
 * @param stress 1 for the main one, 2 for a second one, 0 for none
 */
public record Phone(Phoneme phoneme, int stress) {
  /** A phone of the dictionary, such as {@code AH0}; the digit only follows vowels. */
  static Phone parse(String text) {
    char last = text.charAt(text.length() - 1);
    boolean marked = last >= '0' && last <= '2';
    String name = marked ? text.substring(0, text.length() - 1) : text;
    return new Phone(
        Phoneme.named(name).orElseThrow(() -> new IllegalArgumentException(text)),
        marked ? last - '0' : 0);
  }

  boolean isVowel() {
    return phoneme.isVowel();
  }

  /** Whether its syllable is stressed; of consonants it makes no difference. */
  public boolean stressed() {
    return stress > 0;
  }
}
