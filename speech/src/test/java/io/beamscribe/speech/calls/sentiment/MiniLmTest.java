// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.models.store.RealModels;
import org.junit.jupiter.api.Test;

class MiniLmTest {
  /** Processors differ a little in how they multiply bytes. */
  private static final double CLOSE = 0.05;

  private final String folder = RealModels.get("minilm-l6-v2").folder().toString();

  /** The first three as benchmarks/sentiment.py prints them. */
  @Test
  void givesTheNumbersThatWereLearnt() {
    try (SentimentEngine engine = SentimentEngines.find("en-US", folder).orElseThrow()) {
      assertClose(engine.of("thank you so much that was very helpful"), 0.7725, 0.0519);
      assertClose(engine.of("i am not happy with this at all"), 0.0392, 0.9595);
      assertClose(engine.of("can you spell your last name"), 0.0885, 0.0238);
      assertThat(engine.of("")).isEqualTo(new Sentiment(0, 1, 0));
      assertThat(engine.of("it broke again ".repeat(200)).balance()).isNegative();
      assertThat(engine.name()).isEqualTo("minilm-l6-v2-1");
    }
    assertThat(SentimentEngines.find("ko-KR", folder)).isEmpty();
  }

  private static void assertClose(Sentiment sentiment, double positive, double negative) {
    assertThat(sentiment.positive()).isCloseTo(positive, within(CLOSE));
    assertThat(sentiment.negative()).isCloseTo(negative, within(CLOSE));
  }
}
