// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.service.ServeOptions;
import io.beamscribe.service.Service;
import io.beamscribe.service.testing.Http;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.service.testing.SpeechClient;
import io.beamscribe.service.testing.SpeechClient.Closed;
import io.beamscribe.service.testing.SpeechClient.Message;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real-time recognition as clients see it: one process, one server, real sockets. */
class RealtimeTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";
  private static final String ONCE = path("interactive");
  private static final String CONTINUOUS = path("conversation");
  private static final String WORDS =
      "{\"phraseOutput\":{\"format\":\"Detailed\",\"detailed\":{\"options\":[\"WordTimings\"]}}}";
  private static final byte[] SECOND = new byte[32_000];

  @TempDir static Path folder;
  private static Service service;
  private static HttpClient http;
  private static byte[] speech;

  @BeforeAll
  static void start() throws Exception {
    service = new Service(options("data", 200, 180));
    http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    speech = pcm(AUDIO);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String path(String mode) {
    return "/speech/recognition/" + mode + "/cognitiveservices/v1?language=ko-KR";
  }

  private static ServeOptions options(String data, int connections, int idleSeconds) {
    ServeOptions options = ServiceOptions.of(folder.resolve(data), "vosk-small-ko");
    options.setConnectionsPerKey(connections);
    options.setIdleSeconds(idleSeconds);
    return options;
  }

  private static byte[] pcm(Path file) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(32_000 * 60).order(ByteOrder.LITTLE_ENDIAN);
    try (LiveAudio audio =
        LiveAudios.any(
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                bytes.putShort((short) Math.round(samples[i]));
              }
            })) {
      audio.accept(Files.readAllBytes(file));
      audio.finish();
    }
    byte[] pcm = new byte[bytes.flip().remaining()];
    bytes.get(pcm);
    return pcm;
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static SpeechClient connect(String path) {
    return new SpeechClient(http, service.address(), path);
  }

  private static List<String> paths(List<Message> messages) {
    return messages.stream().map(Message::path).distinct().toList();
  }

  private static List<JsonNode> phrases(List<Message> messages) {
    List<JsonNode> phrases = new ArrayList<>();
    for (Message message : messages) {
      if (message.path().equals("speech.phrase")) {
        phrases.add(message.body());
      }
    }
    return phrases;
  }

  private static String text(JsonNode phrase) {
    return phrase.path("DisplayText").asText();
  }

  @Test
  void anUtteranceIsRecognisedOnceWhileItsAudioStillComes() throws Exception {
    try (SpeechClient client = connect(ONCE)) {
      client.text("Path: speech.config\r\n\r\n{\"context\":{}}"); // without id, as the SDKs
      client.turn(ID, "{}", joined(speech, SECOND, speech));
      List<Message> messages = client.until("turn.end");
      assertThat(paths(messages))
          .containsExactly(
              "turn.start",
              "speech.startDetected",
              "speech.hypothesis",
              "speech.phrase",
              "speech.endDetected",
              "turn.end");
      assertThat(messages).allMatch(message -> message.requestId().equals(ID));
      List<JsonNode> phrases = phrases(messages);
      assertThat(phrases).hasSize(1);
      assertThat(text(phrases.get(0))).isEqualTo(batch());

      client.turn(OTHER, "{}", joined(speech, SECOND));
      List<Message> second = client.until("turn.end");
      assertThat(second).allMatch(message -> message.requestId().equals(OTHER));
      assertThat(phrases(second)).isEqualTo(phrases);
    }
  }

  private static String batch() throws Exception {
    String answer = new Http(service.address()).bytes(CONTINUOUS, Files.readAllBytes(AUDIO)).body();
    return text(new ObjectMapper().readTree(answer));
  }

  @Test
  void phrasesFollowOneAnotherUntilTheAudioEnds() throws Exception {
    try (SpeechClient client = connect(CONTINUOUS)) {
      client.turn(ID, WORDS, joined(speech, SECOND, speech, SECOND));
      List<JsonNode> phrases = phrases(client.until("turn.end"));
      assertThat(phrases).hasSizeGreaterThanOrEqualTo(3);
      JsonNode last = phrases.remove(phrases.size() - 1);
      assertThat(last.path("RecognitionStatus").asText()).isEqualTo("EndOfDictation");
      assertThat(last.path("Offset").asLong()).isEqualTo((2L * speech.length + 64_000) / 2 * 625);
      long end = 0;
      for (JsonNode phrase : phrases) {
        assertThat(phrase.path("RecognitionStatus").asText()).isEqualTo("Success");
        JsonNode best = phrase.path("NBest").get(0);
        assertThat(best.path("Words")).isNotEmpty();
        for (JsonNode word : best.path("Words")) {
          assertThat(word.path("Offset").asLong()).isGreaterThanOrEqualTo(end);
          end = word.path("Offset").asLong() + word.path("Duration").asLong();
          assertThat(word.path("Confidence").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(best.path("Display").asText()).isEqualTo(text(phrase));
      }
    }
  }

  @Test
  void whereNobodySpeaksItSaysSo() throws Exception {
    try (SpeechClient client = connect(ONCE)) {
      client.turn(ID, "{}", SECOND);
      assertThat(phrases(client.until("turn.end")))
          .extracting(phrase -> phrase.path("RecognitionStatus").asText())
          .containsExactly("NoMatch");
      client.turn(
          OTHER, "{\"phraseDetection\":{\"initialSilenceTimeout\":500}}", joined(SECOND, speech));
      assertThat(phrases(client.until("turn.end")))
          .extracting(phrase -> phrase.path("RecognitionStatus").asText())
          .containsExactly("InitialSilenceTimeout");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Path: speech.context | A text message has no empty line after its headers.",
        "Path speech.context\\r\\n\\r\\n{} | A header of a message has no colon.",
        "Path: speech.context\\r\\n\\r\\n{} | A message has no X-RequestId.",
        "Path: speech.context\\r\\nX-RequestId: 1\\r\\n\\r\\n[1]"
            + " | A message that has to be a JSON object is none.",
        "Path: speech.context\\r\\nX-RequestId: 1\\r\\n\\r\\n{\"a\""
            + " | A message that has to be a JSON object is none.",
      })
  void textThatIsNoMessageIsNamed(String message, String sentence) {
    try (SpeechClient client = connect(ONCE)) {
      client.text(message.replace("\\r\\n", "\r\n"));
      assertThat(client.closed()).isEqualTo(new Closed(1007, sentence));
    }
  }

  @Test
  void bytesThatAreNoMessageAreNamed() {
    try (SpeechClient client = connect(ONCE)) {
      client.binary(new byte[] {0});
      assertThat(client.closed())
          .isEqualTo(
              new Closed(1007, "A binary message is shorter than the length of its headers."));
    }
    try (SpeechClient client = connect(ONCE)) {
      client.binary(new byte[] {1, 0, 'P'});
      assertThat(client.closed())
          .isEqualTo(new Closed(1007, "A binary message ends within its headers."));
    }
    try (SpeechClient client = connect(ONCE)) {
      client.binary(new byte[(1 << 20) + 1]);
      assertThat(client.closed().code()).isEqualTo(1009);
    }
  }

  /** Not audio at all, a header that never ends, and a header that says nonsense. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"no\":\"audio\"}", "RIFF", "RIFF\0\0\0\0WAVEdata"})
  void audioThatCannotBeReadIsNamed(String begin) {
    byte[] audio = new byte[100_000];
    byte[] first = begin.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(first, 0, audio, 0, first.length);
    try (SpeechClient client = connect(ONCE)) {
      client.turn(ID, "{}", new byte[0]);
      client.text("speech.context", OTHER, "{}");
      client.audio(OTHER, audio);
      client.audio(OTHER, new byte[0]);
      Closed closed = client.closed();
      assertThat(closed.code()).isEqualTo(1007);
      assertThat(closed.reason()).contains("audio");
    }
  }

  @Test
  void anEndpointThatDoesNotExistIsNamed() {
    try (SpeechClient client = connect(ONCE + "&cid=none")) {
      client.text("speech.context", ID, "{}");
      assertThat(client.closed()).isEqualTo(new Closed(1007, "There is no such endpoint."));
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 1, 1", "a, 200, 123", "가, 50, 41"})
  void aReasonIsCutBetweenCharacters(String character, int length, int kept) {
    assertThat(Sockets.fitting(character.repeat(length))).isEqualTo(character.repeat(kept));
  }

  @Test
  void aStopEndsTurnsWithWhatWasSaid() throws Exception {
    Service stopped = new Service(options("stopped", 200, 180));
    try (SpeechClient client = new SpeechClient(http, stopped.address(), CONTINUOUS)) {
      client.text("speech.context", ID, "{}");
      client.audio(ID, SpeechClient.header());
      client.samples(ID, speech);
      client.until("speech.hypothesis");
      stopped.close();
      assertThat(phrases(client.until("turn.end")))
          .extracting(phrase -> phrase.path("RecognitionStatus").asText())
          .startsWith("Success")
          .endsWith("EndOfDictation");
      assertThat(client.closed()).isEqualTo(new Closed(1001, "The service stops."));
    }
  }

  @Test
  void connectionsOfAKeyAndTheirIdleTimeAreBounded() throws Exception {
    try (Service bounded = new Service(options("bounded", 2, 2));
        SpeechClient first = new SpeechClient(http, bounded.address(), ONCE);
        SpeechClient second = new SpeechClient(http, bounded.address(), ONCE)) {
      assertThatThrownBy(() -> new SpeechClient(http, bounded.address(), ONCE))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(429));
      assertThat(first.closed().code()).isEqualTo(1001);
      assertThat(second.closed().code()).isEqualTo(1001);
      Awaitility.await()
          .ignoreException(CompletionException.class)
          .untilAsserted(() -> new SpeechClient(http, bounded.address(), ONCE).close());
    }
  }

  @Test
  void idleConnectionsCostNoThread() {
    List<SpeechClient> clients = new ArrayList<>();
    try {
      int before = Thread.activeCount();
      for (int i = 0; i < 150; i++) {
        clients.add(connect(CONTINUOUS));
      }
      assertThat(Thread.activeCount()).isLessThan(before + 30);
    } finally {
      clients.forEach(SpeechClient::close);
    }
  }
}
