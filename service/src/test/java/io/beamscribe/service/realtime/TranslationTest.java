// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.service.ServeOptions;
import io.beamscribe.service.Service;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.SpeechClient;
import io.beamscribe.service.testing.SpeechClient.Closed;
import io.beamscribe.service.testing.SpeechClient.Message;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translation as the translation recogniser of the SDKs asks for it. */
class TranslationTest {
  private static final Path GERMAN =
      Path.of("../../shared/data/customspeech/de-DE/training_audio1.wav");
  private static final String PATH =
      "/speech/recognition/conversation/cognitiveservices/v1?language=de-DE";
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int SECOND = 32_000;

  @TempDir static Path folder;
  private static Service service;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    ServeOptions options = ServiceOptions.of(folder.resolve("data"), "whisper-base");
    service = new Service(options);
    http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static SpeechClient connect(String target) {
    SpeechClient client = new SpeechClient(http, service.address(), PATH);
    client.text(
        "speech.context",
        ID,
        "{\"translation\":{\"targetLanguages\":[\"" + target + "\"],\"output\":{}}}");
    return client;
  }

  private static String english(JsonNode body) {
    JsonNode all = body.path("Translation").path("Translations");
    assertThat(all).as("%s", body).hasSize(1);
    assertThat(all.get(0).path("Language").asText()).isEqualTo("en");
    return all.get(0).path("Text").asText();
  }

  @Test
  void germanIsTranslatedIntoEnglishWhileItIsSpoken() throws Exception {
    assumeTrue(Files.exists(GERMAN), "skipped: no " + GERMAN + " beside the repository");
    byte[] wav = Files.readAllBytes(GERMAN);
    try (SpeechClient client = connect("en")) {
      client.audio(ID, Arrays.copyOf(wav, 3 * SECOND));
      List<Message> early = client.until("translation.hypothesis");
      assertThat(english(early.get(early.size() - 1).body())).isNotBlank();

      client.audio(ID, Arrays.copyOfRange(wav, 3 * SECOND, 7 * SECOND));
      client.audio(ID, new byte[0]);
      List<Message> all = client.until("turn.end");
      assertThat(all).extracting(Message::path).doesNotContain("speech.phrase");
      List<JsonNode> phrases =
          all.stream()
              .filter(message -> message.path().equals("translation.phrase"))
              .map(Message::body)
              .toList();
      assertThat(phrases)
          .extracting(phrase -> phrase.path("RecognitionStatus").asText())
          .startsWith("Success")
          .endsWith("EndOfDictation");
      String first = english(phrases.get(0));
      assertThat(first).containsIgnoringCase("data").containsIgnoringCase("models");
      assertThat(phrases.get(0).path("Text").asText())
          .containsIgnoringCase("Daten")
          .containsIgnoringCase("Modelle");
    }
  }

  @Test
  void anotherTargetIsNamed() {
    try (SpeechClient client = connect("fr")) {
      assertThat(client.closed())
          .isEqualTo(new Closed(1007, "Speech is translated into English only, not fr."));
    }
  }
}
