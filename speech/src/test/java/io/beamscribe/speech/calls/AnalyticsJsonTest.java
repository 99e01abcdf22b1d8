// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * The reads of the sample's get_transcription_phrases and
   * get_conversation_analysis_for_full_output, in its order, with what they give compared to what
   * stands here: of a call on two channels, and of one with two speakers on one channel.
   */
  @Test
  void agreesWithWhatTheCallCentreSampleMakesOfIt() throws IOException {
    sampleReads(document);
    Phrase[] diarized =
        Calls.REFUND.phrases().stream()
            .map(
                each ->
                    new Phrase(
                        0,
                        each.channel() + 1,
                        each.startMilliseconds(),
                        each.endMilliseconds(),
                        null,
                        each.readings()))
            .toArray(Phrase[]::new);
    byte[] written = AnalyticsJson.write(Calls.of("en-US", diarized), FormatOptions.DEFAULT);
    sampleReads(new ObjectMapper().readTree(written));
  }

  private static void sampleReads(JsonNode read) {
    List<JsonNode> phrases = new ArrayList<>();
    read.at("/transcription/recognizedPhrases").forEach(phrases::add);
    phrases.sort(Comparator.comparingDouble(each -> each.path("offsetInTicks").asDouble()));
    JsonNode pii = read.at("/conversationAnalyticsResults/conversationPiiResults");
    List<JsonNode> items = new ArrayList<>();
    pii.at("/conversations/0/conversationItems").forEach(items::add);
    items.sort(Comparator.comparingInt(each -> Integer.parseInt(each.path("id").asText())));
    assertThat(items).hasSameSizeAs(phrases).hasSize(10);
    Map<String, StringBuilder> combined = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      JsonNode phrase = phrases.get(i);
      int channel =
          phrase.has("speaker")
              ? phrase.path("speaker").asInt() - 1
              : phrase.required("channel").asInt();
      assertThat(items.get(i).path("channel").asText()).isEqualTo(Integer.toString(channel));
      assertThat(items.get(i).path("offset").asText()).isEqualTo(phrase.path("offset").asText());
      JsonNode content = items.get(i).path("redactedContent");
      assertThat(content.path("text").asText()).isEqualTo(phrase.at("/nBest/0/display").asText());
      assertThat(content.path("lexical").asText())
          .isEqualTo(phrase.at("/nBest/0/lexical").asText());
      assertThat(content.path("itn").asText()).isEqualTo(phrase.at("/nBest/0/itn").asText());
      combined
          .computeIfAbsent(Integer.toString(channel), side -> new StringBuilder())
          .append(content.path("text").asText())
          .append(' ');
    }
    assertThat(pii.path("combinedRedactedContent")).hasSize(2);
    for (JsonNode side : pii.path("combinedRedactedContent")) {
      assertThat(side.path("display").asText() + " ")
          .isEqualTo(String.valueOf(combined.get(side.path("channel").asText())));
    }
  }

  @Test
  void isTheSameEachTime() {
    assertThat(new String(AnalyticsJson.write(Calls.REFUND, FormatOptions.DEFAULT), UTF_8))
        .isEqualTo(new String(WRITTEN, UTF_8));
  }
}
