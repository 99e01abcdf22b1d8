// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Pronunciations that are as good as those of the dictionary: the same as in {@code
 * training/pronunciation/lexicon.py}.
 */
final class Variants {
  private static final int MOST = 6;

  private Variants() {}

  /** The pronunciations and what is as good, the first ones first. */
  static List<List<Phone>> of(List<List<Phone>> pronunciations) {
    List<List<Phone>> all = new ArrayList<>();
    List<List<Phoneme>> seen = new ArrayList<>();
    List<UnaryOperator<List<Phone>>> ways =
        List.of(UnaryOperator.identity(), Variants::withoutR, Variants::shortO);
    for (UnaryOperator<List<Phone>> way : ways) {
      for (List<Phone> each : pronunciations) {
        List<Phone> made = way.apply(each);
        List<Phoneme> bare = made.stream().map(Phone::phoneme).toList();
        if (!made.isEmpty() && !seen.contains(bare)) {
          seen.add(bare);
          all.add(List.copyOf(made));
        }
      }
    }
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  /** As where R is said only before vowels. */
  private static List<Phone> withoutR(List<Phone> phones) {
    List<Phone> out = new ArrayList<>();
    for (int i = 0; i < phones.size(); i++) {
      Phone phone = phones.get(i);
      boolean beforeVowel = i + 1 < phones.size() && phones.get(i + 1).isVowel();
      boolean afterVowel = !out.isEmpty() && out.get(out.size() - 1).isVowel();
      if (phone.phoneme() == Phoneme.R && afterVowel && !beforeVowel) {
        switch (out.get(out.size() - 1).phoneme()) {
          case IH, IY, UH, EH -> out.add(new Phone(Phoneme.AH, 0));
          default -> {}
        }
      } else if (phone.phoneme() == Phoneme.ER && !beforeVowel) {
        out.add(new Phone(Phoneme.AH, phone.stress()));
      } else {
        out.add(phone);
      }
    }
    return out;
  }

  /** The vowel of "not" where it is short and round. */
  private static List<Phone> shortO(List<Phone> phones) {
    return phones.stream()
        .map(phone -> phone.phoneme() == Phoneme.AA ? new Phone(Phoneme.AH, phone.stress()) : phone)
        .toList();
  }
}
