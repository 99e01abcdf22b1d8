// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.service.Service;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.SpeechClient;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identification of the language, at the start and continuous. */
class LanguageTest {
  private static final Path CLIPS = Path.of("../../shared/data/customspeech");
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int SECOND = 32_000;

  @TempDir static Path folder;
  private static Service service;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Files.isDirectory(CLIPS), "skipped: no " + CLIPS + " beside the repository");
    service = new Service(ServiceOptions.of(folder.resolve("data"), "whisper-base"));
    http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static byte[] seconds(String locale, int count) throws Exception {
    byte[] wav = Files.readAllBytes(CLIPS.resolve(locale).resolve("training_audio1.wav"));
    return Arrays.copyOf(Arrays.copyOfRange(wav, 100, 100 + count * SECOND), (count + 1) * SECOND);
  }

  /** The languages of the phrases when somebody speaks German and then English. */
  private static List<String> languages(String mode) throws Exception {
    try (SpeechClient client = new SpeechClient(http, service.address(), "/speech/universal/v2")) {
      String candidates = "{\"languageId\":{\"languages\":[\"en-US\",\"de-DE\"],\"mode\":\"%s\"}}";
      client.text("speech.context", ID, candidates.formatted(mode));
      client.audio(ID, SpeechClient.header());
      client.samples(ID, seconds("de-DE", 6));
      client.samples(ID, seconds("en-US", 6));
      client.audio(ID, new byte[0]);
      return client.until("turn.end").stream()
          .filter(message -> message.body().has("DisplayText"))
          .filter(message -> message.body().path("RecognitionStatus").asText().equals("Success"))
          .map(message -> message.body().path("PrimaryLanguage").path("Language").asText())
          .distinct()
          .toList();
    }
  }

  @Test
  void atTheStartItIsThatOfTheFirstUtterance() throws Exception {
    assertThat(languages("DetectAtAudioStart")).containsExactly("de-DE");
  }

  @Test
  void continuouslyItIsThatOfEachUtterance() throws Exception {
    assertThat(languages("DetectContinuous")).containsExactly("de-DE", "en-US");
  }
}
