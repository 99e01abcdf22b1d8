// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.beamscribe.runners.direct.Shell;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a topic may hold beside good audio: each is named, and costs no other session anything. */
class ListenMessagesIT {
  private static final String CONTAINERS = "Audio is pcm, mulaw or alaw, of 8000 or 16000 Hz, not ";
  private static final String ODD = "A message has whole samples, not 3 bytes of pcm.";

  /** Half the rate is doubled within 2 ms, and what is not heard above 4 kHz moves ends. */
  private static final long SHIFT = 300;

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker =
        KafkaBroker.start(
            Path.of(System.getProperty("beamscribe.broker.libraries")), folder.resolve("kafka"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void otherSessionsAreNotDisturbed() throws Exception {
    byte[] audio = Spoken.clip();
    Spoken spoken = Spoken.topics(broker, audio, "messages");
    int chunk = 6400;
    for (int at = 0; at < audio.length; at += chunk) {
      byte[] part = Arrays.copyOfRange(audio, at, Math.min(audio.length, at + chunk));
      send(spoken, "plain", part, Map.of());
      send(spoken, "phone", phone(part), Map.of("encoding", "mulaw", "rate", "8000"));
      send(spoken, "mixed", part, Map.of("encoding", "PCM", "rate", "16000", "other", "x"));
      send(spoken, "mixed", new byte[3], Map.of());
      send(spoken, "mixed", new byte[0], Map.of());
      send(spoken, "codec", part, Map.of("encoding", "opus"));
      send(spoken, "rate", part, Map.of("rate", "44100"));
      send(spoken, "cut", part, Map.of());
    }
    spoken.end("plain");
    send(spoken, "phone", new byte[0], Map.of("encoding", "mulaw", "end", ""));
    spoken.end("mixed");
    spoken.end("nobody");
    broker.send(spoken.in(), null, new byte[4], Map.of());
    send(spoken, "cut", new byte[3], Map.of("end", ""));

    Shell.Started job = spoken.listen("--idle=10m");
    for (String session : List.of("plain", "phone", "mixed", "nobody", "cut")) {
      job.await("the end of " + session, () -> !spoken.told(session, "Ended").isEmpty());
    }
    job.process().destroy();
    job.end();

    Path wav = Spoken.wav(folder.resolve("all.wav"), audio);
    Shell.Ended live =
        Shell.run(Shell.beamscribe("listen", "--model=vosk-small-ko", "--input=" + wav));
    List<JsonNode> plain = spoken.told("plain", "Final");
    assertThat(Spoken.text(plain)).as(live.err()).isEqualTo(live.out().strip()).isNotEmpty();
    for (String session : List.of("mixed", "cut")) {
      assertThat(Spoken.text(spoken.told(session, "Final"))).isEqualTo(Spoken.text(plain));
      assertThat(failures(spoken, session)).containsExactly(ODD);
    }
    List<JsonNode> phone = spoken.told("phone", "Final");
    assertThat(phone).as(phone.toString()).hasSameSizeAs(plain);
    assertThat(phone.get(0).get("startMilliseconds").asLong())
        .isCloseTo(plain.get(0).get("startMilliseconds").asLong(), within(SHIFT));
    assertThat(failures(spoken, "codec")).containsExactly(CONTAINERS + "opus of 16000.");
    assertThat(failures(spoken, "rate")).containsExactly(CONTAINERS + "pcm of 44100.");
    assertThat(failures(spoken, "")).containsExactly("A message without a key is of no session.");
    assertThat(failures(spoken, "plain")).isEmpty();
    assertThat(failures(spoken, "phone")).isEmpty();
  }

  private static void send(Spoken spoken, String session, byte[] value, Map<String, String> headers)
      throws Exception {
    broker.send(spoken.in(), session, value, headers);
  }

  private static List<String> failures(Spoken spoken, String session) throws Exception {
    return spoken.told(session, "Failed").stream()
        .map(each -> each.get("errorMessage").asText())
        .toList();
  }

  /** As it comes from a telephone: half the rate, mu-law. */
  private static byte[] phone(byte[] pcm) {
    ByteBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    byte[] coded = new byte[pcm.length / 4];
    for (int i = 0; i < coded.length; i++) {
      coded[i] = mulaw((samples.getShort(4 * i) + samples.getShort(4 * i + 2)) / 2);
    }
    return coded;
  }

  /** ITU-T G.711. */
  private static byte mulaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int biased = Math.min(Math.abs(sample), 32_635) + 132;
    int exponent = 24 - Integer.numberOfLeadingZeros(biased);
    int mantissa = (biased >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | exponent << 4 | mantissa);
  }
}
