// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.transcript.FormatOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnalyticsJsonTest {
  private static final byte[] WRITTEN = AnalyticsJson.write(Calls.REFUND, FormatOptions.DEFAULT);

  private final JsonNode document = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(WRITTEN);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Read as the call centre sample reads its own output: all that it asks for is there. */
  @Test
  void hasWhatTheCallCentreSampleReads() {
    JsonNode phrase = document.at("/transcription/recognizedPhrases/0");
    assertThat(phrase.at("/offsetInTicks").isNumber()).isTrue();
    JsonNode sentiment = phrase.at("/nBest/0/sentiment");
    assertThat(
            sentiment.path("positive").asDouble()
                + sentiment.path("neutral").asDouble()
                + sentiment.path("negative").asDouble())
        .isCloseTo(1, within(1e-9));
    JsonNode results = document.path("conversationAnalyticsResults");
    JsonNode summary = results.at("/conversationSummaryResults/conversations/0");
    assertThat(summary.path("warnings").isArray()).isTrue();
    assertThat(summary.at("/summaries/0/aspect").asText()).isEqualTo("Issue");
    assertThat(summary.at("/summaries/1/aspect").asText()).isEqualTo("Resolution");
    JsonNode combined = results.at("/conversationPiiResults/combinedRedactedContent");
    assertThat(combined).hasSize(2);
    assertThat(combined.at("/1/channel").asText()).isEqualTo("1");
    assertThat(combined.at("/1/display").asText()).startsWith("Thank you for calling");
    JsonNode items = results.at("/conversationPiiResults/conversations/0/conversationItems");
    assertThat(items).hasSize(10);
    assertThat(items.at("/0/offset").asText()).isEqualTo("PT1S");
    assertThat(items.at("/0/redactedContent/text").asText()).startsWith("Thank you");
    assertThat(items.at("/0/entities").isArray()).isTrue();
  }

  @Test
  void isTheSameEachTime() {
    assertThat(new String(AnalyticsJson.write(Calls.REFUND, FormatOptions.DEFAULT), UTF_8))
        .isEqualTo(new String(WRITTEN, UTF_8));
  }
}
