// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaderTest {
  /** As the Python package of version 3.3.2 gives them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thank you so much that was very helpful|0.0|0.518|0.482|0.6801
          i am not happy with this at all|0.3|0.7|0.0|-0.4585
          this is the worst service i have ever had|0.339|0.661|0.0|-0.6249
          the agent was kind of rude but the problem is solved|0.348|0.489|0.162|-0.4672
          never so glad to hear it|0.0|0.564|0.436|0.5949
          without a doubt the best company|0.0|0.388|0.612|0.7438
          no problem at all|0.0|0.571|0.429|0.3089
          no i have no complaints|0.295|0.402|0.303|0.015
          it is not the least bit interesting|0.0|0.69|0.31|0.4019
          at least it works well|0.0|0.656|0.344|0.2732
          that was the bomb|0.0|0.429|0.571|0.6124
          i don't like it or hate it|0.537|0.463|0.0|-0.7013
          it's hardly useful and barely works|0.0|0.657|0.343|0.3832
          this is TERRIBLE service|0.561|0.439|0.0|-0.5904
          Great!!! I love it!!!|0.0|0.174|0.826|0.8877
          why??? is it broken???|0.575|0.425|0.0|-0.6199
          :) thanks|0.0|0.0|1.0|0.7096
          neither good nor bad|0.705|0.295|0.0|-0.5824
          """)
  void givesTheNumbersOfThePythonPackage(
      String text, double negative, double neutral, double positive, double compound) {
    Vader.Score score = Vader.shared().score(text);

    assertThat(score.negative()).isCloseTo(negative, within(0.00051));
    assertThat(score.neutral()).isCloseTo(neutral, within(0.00051));
    assertThat(score.positive()).isCloseTo(positive, within(0.00051));
    assertThat(score.compound()).isCloseTo(compound, within(0.000051));
  }

  @Test
  void theSharesOfATextSumToOne() {
    for (String text : new String[] {"", "hm", "good", "not good but cheap", "awful awful great"}) {
      Sentiment sentiment = Vader.shared().of(text);
      assertThat(sentiment.positive() + sentiment.neutral() + sentiment.negative())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void otherLanguagesHaveNoEngine() {
    assertThat(SentimentEngines.find("en-GB", null)).isPresent();
    assertThat(SentimentEngines.find("ko-KR", null)).isEmpty();
    assertThat(SentimentEngines.find("enm", null)).isEmpty();
  }
}
