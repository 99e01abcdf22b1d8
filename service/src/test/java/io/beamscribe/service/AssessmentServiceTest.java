// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pronunciation as clients of the service ask for it. */
class AssessmentServiceTest {
  private static final Path ENGLISH = Path.of("../testdata/speech/slt.flac");
  private static final Path KOREAN = Path.of("../testdata/speech/korean-1.flac");
  private static final String REST = "/speech/recognition/conversation/cognitiveservices/v1";
  private static final String ONCE = "/speech/recognition/interactive/cognitiveservices/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Service service;
  private static Http http;
  private static String text;

  @BeforeAll
  static void start() throws Exception {
    ServeOptions options =
        ServiceOptions.of(
            folder.resolve("data"),
            "vosk-small-ko"); // English has scores by its own model, whatever is chosen
    options.setAllowNetworks(List.of("127.0.0.0/8"));
    service = new Service(options);
    http = new Http(service.address());
    text =
        Files.readAllLines(Path.of("../testdata/refs.tsv")).stream()
            .map(line -> line.split("\t"))
            .filter(cells -> cells[0].endsWith("slt.flac"))
            .map(cells -> cells[cells.length - 1])
            .findFirst()
            .orElseThrow();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<String> assess(Path file, String language, String header)
      throws Exception {
    return http.bytes(
        REST + "?language=" + language,
        Files.readAllBytes(file),
        "Pronunciation-Assessment",
        Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shortAudioHasScoresBesideItsWords() throws Exception {
    HttpResponse<String> answer =
        assess(
            ENGLISH,
            "en-US",
            "{\"ReferenceText\":\""
                + text
                + "\",\"GradingSystem\":\"HundredMark\",\"Dimension\":\"Comprehensive\"}");
    JsonNode document = JSON.readTree(answer.body());
    assertThat(document.path("RecognitionStatus").asText()).as(answer.body()).isEqualTo("Success");
    JsonNode best = document.path("NBest").get(0);
    assertThat(best.path("Display").asText()).isEqualTo(document.path("DisplayText").asText());
    assertThat(best.path("CompletenessScore").asDouble()).isGreaterThan(80);
    assertThat(best.path("AccuracyScore").asDouble()).isBetween(50.0, 100.0);
    assertThat(best.path("FluencyScore").asDouble()).isBetween(50.0, 100.0);
    assertThat(best.path("PronScore").asDouble()).isBetween(40.0, 100.0);
    assertThat(best.has("PronunciationAssessment")).isFalse();
    JsonNode word = best.path("Words").get(0);
    assertThat(word.path("ErrorType").asText()).isEqualTo("None");
    assertThat(word.path("AccuracyScore").asDouble()).isGreaterThan(60);
    assertThat(word.path("Phonemes")).isNotEmpty();
    assertThat(word.path("Phonemes").get(0).has("AccuracyScore")).isTrue();
  }

  @Test
  void aMuchLongerReferenceLeavesTheMarksOfWhatWasSaid() throws Exception {
    String reference = text + " purple elephants cough".repeat(40);
    JsonNode best =
        JSON.readTree(
                assess(
                        ENGLISH,
                        "en-US",
                        "{\"referenceText\":\""
                            + reference
                            + "\",\"gradingSystem\":\"HundredMark\",\"enableMiscue\":true}")
                    .body())
            .path("NBest")
            .get(0);
    assertThat(best.path("AccuracyScore").asDouble()).as(best.toString()).isGreaterThan(60);
  }

  @Test
  void sentencesAboutAudioNameNoFileOfTheServer() throws Exception {
    Path garbage = Files.writeString(folder.resolve("garbage.wav"), "hello world".repeat(50));
    assertThat(assess(garbage, "en-US", "{\"referenceText\":\"Hi.\"}").body())
        .contains("The audio is not audio of a known kind.");
    assertThat(http.bytes(REST + "?language=ko-KR", Files.readAllBytes(garbage)).body())
        .contains("The audio is not audio of a known kind.");
  }

  @Test
  void otherLocalesAreMarked() throws Exception {
    JsonNode document = JSON.readTree(assess(KOREAN, "ko-KR", "{\"referenceText\":\"\"}").body());
    JsonNode best = document.path("NBest").get(0);
    assertThat(best.path("Calibration").asText()).isEqualTo("not calibrated");
    assertThat(best.path("Words")).isNotEmpty();
  }

  @Test
  void whatIsWrongWithTheHeaderIsSaid() throws Exception {
    HttpResponse<String> answer = assess(ENGLISH, "en-US", "{\"granularity\":\"Letter\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("granularity must be one of");
  }

  @Test
  void anUtteranceInRealTimeHasScoresInItsPhrase() throws Exception {
    JsonNode phrase = spoken(ONCE, "purple elephants " + text).next("speech.phrase").body();
    assertThat(phrase.path("RecognitionStatus").asText())
        .as(phrase.toString())
        .isEqualTo("Success");
    assertThat(phrase.path("DisplayText").asText()).isNotEmpty();
    JsonNode best = phrase.path("NBest").get(0);
    JsonNode scores = best.path("PronunciationAssessment");
    assertThat(scores.path("CompletenessScore").asDouble()).isBetween(50.0, 99.0);
    assertThat(scores.path("AccuracyScore").asDouble()).isBetween(50.0, 100.0);
    assertThat(scores.path("ProsodyScore").asDouble()).isBetween(50.0, 100.0);
    JsonNode phone = best.path("Words").get(2).path("Phonemes").get(0);
    assertThat(phone.path("PronunciationAssessment").path("NBestPhonemes")).hasSize(3);
    assertThat(best.path("Words"))
        .extracting(
            word -> word.path("PronunciationAssessment").path("ErrorType").asText(),
            word -> word.path("Word").asText())
        .startsWith(tuple("Omission", "purple"), tuple("Omission", "elephants"));
  }

  @Test
  void phrasesOfAConversationGoThroughTheReference() throws Exception {
    try (Socket socket = spoken(REST, text + " and this was never said")) {
      JsonNode best = socket.next("speech.phrase").body().path("NBest").get(0);
      assertThat(best.path("PronunciationAssessment").path("CompletenessScore").asDouble())
          .as("the reader may go on")
          .isEqualTo(100);
      JsonNode last = socket.next("turn.end").body();
      assertThat(last).isEmpty();
    }
  }

  @Test
  void whatIsWrongInRealTimeClosesTheConnection() throws Exception {
    try (Socket socket = new Socket(service.address(), ONCE + "?language=en-US")) {
      socket.context(
          "{\"phraseDetection\":{\"enrichment\":{\"pronunciationAssessment\":"
              + "{\"granularity\":\"Letter\"}}}}");
      Socket.Message closed = socket.next("turn.start");
      assertThat(closed.path()).isEqualTo("closed");
      assertThat(closed.body().path("code").asInt()).isEqualTo(1007);
      assertThat(closed.body().path("reason").asText()).contains("granularity");
    }
  }

  /** Sends the English recording with what the SDKs send for an assessment. */
  private static Socket spoken(String path, String reference) throws Exception {
    Socket socket = new Socket(service.address(), path + "?language=en-us&format=simple");
    socket.context(
        "{\"phraseDetection\":{\"language\":\"en-us\",\"enrichment\":{\"pronunciationAssessment\":"
            + "{\"dimension\":\"Comprehensive\",\"enableMiscue\":true,\"referenceText\":\""
            + reference
            + "\",\"gradingSystem\":\"HundredMark\",\"granularity\":\"Phoneme\","
            + "\"enableProsodyAssessment\":true,\"phonemeAlphabet\":\"IPA\","
            + "\"nbestPhonemeCount\":3}}},\"phraseOutput\":{\"format\":\"Detailed\",\"detailed\":"
            + "{\"options\":[\"WordTimings\",\"PronunciationAssessment\",\"SNR\"]}},"
            + "\"audio\":{\"streams\":{\"1\":null}}}");
    socket.audio(Files.readAllBytes(ENGLISH));
    return socket;
  }
}
