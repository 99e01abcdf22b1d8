// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {
  @Test
  void theSumIsThatOfAllPowers() {
    Random random = new Random(1);
    float[] logits = new float[50_000];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (4 * random.nextGaussian());
      sum += Math.exp(logits[i]);
    }
    assertThat(Logits.logSumExp(logits)).isCloseTo(Math.log(sum), within(1e-4));
  }

  @Test
  void whatIsForbiddenHasNoShare() {
    float[] logits = {1, Float.NEGATIVE_INFINITY, 1, -40};
    assertThat(Logits.logSumExp(logits)).isCloseTo(1 + Math.log(2), within(1e-7));
    assertThat(Logits.best(logits, 3)).extracting(Choice::token).containsExactly(0, 2, 3);
  }

  @Test
  void ofEqualsTheFirstIsBest() {
    List<Choice> best = Logits.best(new float[] {0, 2, 1, 2, 3}, 3);
    assertThat(best).extracting(Choice::token).containsExactly(4, 1, 3);
    assertThat(best.get(0).logProbability())
        .isCloseTo(-Math.log(1 + 2 * Math.exp(-1) + Math.exp(-2) + Math.exp(-3)), within(1e-6));
  }
}
