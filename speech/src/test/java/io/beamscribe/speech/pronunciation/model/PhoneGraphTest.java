// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneGraphTest {
  private static final int SILENCE = Posteriors.SILENCE;

  /** Frames in which one phone each is likely. */
  private static Posteriors heard(int... phones) {
    float[][] log = new float[phones.length][SILENCE + 1];
    for (int t = 0; t < phones.length; t++) {
      Arrays.fill(log[t], -5);
      log[t][phones[t]] = -0.1f;
    }
    return new Posteriors(log);
  }

  @Test
  void phonesAreFoundWhereTheyAreHeardWithSilenceBetween() {
    Posteriors heard = heard(SILENCE, 3, 3, 7, SILENCE, SILENCE, 9, 9);
    List<AlignedPhone> found =
        new PhoneGraph(List.of(List.of(new int[] {3, 7}), List.of(new int[] {9}))).align(heard);
    assertThat(found)
        .containsExactly(
            new AlignedPhone(SILENCE, -1, 0, 0, 0, 1),
            new AlignedPhone(3, 0, 0, 0, 1, 3),
            new AlignedPhone(7, 0, 0, 1, 3, 4),
            new AlignedPhone(SILENCE, -1, 0, 0, 4, 6),
            new AlignedPhone(9, 1, 0, 0, 6, 8));
  }

  @Test
  void aWordIsFoundInThePronunciationThatWasSaid() {
    List<List<int[]>> words = List.of(List.of(new int[] {3, 7}, new int[] {3, 8}));
    assertThat(new PhoneGraph(words).align(heard(3, 3, 8, 8)))
        .extracting(AlignedPhone::variant)
        .containsExactly(1, 1);
    assertThat(new PhoneGraph(words).align(heard(3, 3, 11, 11)))
        .as("the first one, if neither was")
        .extracting(AlignedPhone::variant)
        .containsExactly(0, 0);
  }

  @Test
  void audioThatIsTooShortHasNoPlaceForTheText() {
    assertThat(new PhoneGraph(List.of(List.of(new int[] {1, 2, 3}))).align(heard(1, 2))).isEmpty();
  }
}
