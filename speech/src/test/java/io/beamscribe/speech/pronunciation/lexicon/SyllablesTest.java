// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyllablesTest {
  private static List<Integer> lengths(String phones) {
    return Syllables.lengths(Stream.of(phones.split(" ")).map(Phone::parse).toList());
  }

  @Test
  void asManyConsonantsAsCanBeginASyllableBeginTheNext() {
    assertThat(lengths("HH AH0 L OW1")).containsExactly(2, 2);
    assertThat(lengths("EH1 K S T R AH0")).as("ek-stra").containsExactly(2, 4);
    assertThat(lengths("S IH1 NG ER0")).as("ng begins none").containsExactly(3, 1);
    assertThat(lengths("K AE1 T")).containsExactly(3);
    assertThat(lengths("M")).as("without a vowel").containsExactly(1);
  }

  @Test
  void lettersAreDividedWhereTheWordHasAsManyGroupsOfVowels() {
    assertThat(Syllables.letters("hello", 2)).containsExactly("hel", "lo");
    assertThat(Syllables.letters("father", 2)).containsExactly("fa", "ther");
    assertThat(Syllables.letters("table", 1)).containsExactly("table");
    assertThat(String.join("", Syllables.letters("responsible", 4))).isIn("responsible", "");
  }
}
