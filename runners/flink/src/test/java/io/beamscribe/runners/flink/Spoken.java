// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.runners.direct.LongAudio;
import io.beamscribe.runners.direct.Shell;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two topics: one of sessions, which all say the same, and one of what was recognised in them.
 *
 * @param audio what a session says: mono, 16 kHz, 16 bits
 */
record Spoken(KafkaBroker broker, byte[] audio, String in, String out) {
  private static final int CHUNK = 3200;
  private static final int PAUSE = 48_000;
  private static final Path SPEECH = Shell.TESTDATA.resolve("speech");

  /** Two clips, twice, with pauses. */
  static byte[] clips() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      for (String clip : List.of("korean-1.flac", "korean-2.flac")) {
        all.write(pcm(SPEECH.resolve(clip)));
        all.write(new byte[PAUSE]);
      }
    }
    return all.toByteArray();
  }

  /** One clip, with a pause. */
  static byte[] clip() throws Exception {
    byte[] pcm = pcm(SPEECH.resolve("korean-2.flac"));
    return Arrays.copyOf(pcm, pcm.length + PAUSE);
  }

  /** Makes the topics. */
  static Spoken topics(KafkaBroker broker, byte[] audio, String name) throws Exception {
    Spoken spoken = new Spoken(broker, audio, "calls-" + name, "text-" + name);
    broker.topic(spoken.in, 2);
    broker.topic(spoken.out, 1);
    return spoken;
  }

  /** Writes audio as a file. */
  static Path wav(Path file, byte[] audio) throws IOException {
    Files.write(file, LongAudio.header(audio.length));
    return Files.write(file, audio, StandardOpenOption.APPEND);
  }

  /** Where a message begins that is about so far into it, in quarters. */
  int quarter(int number) {
    return number == 4 ? audio.length : audio.length / 4 * number / CHUNK * CHUNK;
  }

  /** Number of messages in a part of it. */
  static long messages(int bytes) {
    return ((long) bytes + CHUNK - 1) / CHUNK;
  }

  /** Sends a part of it. */
  void send(String session, int from, int to) throws Exception {
    for (int at = from; at < to; at += CHUNK) {
      broker.send(in, session, Arrays.copyOfRange(audio, at, Math.min(to, at + CHUNK)), Map.of());
    }
  }

  /** Sends what ends a session. */
  void end(String session) throws Exception {
    broker.send(in, session, null, Map.of());
  }

  /** The records of a session with a status. */
  List<JsonNode> told(String session, String status) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> told = new ArrayList<>();
    for (String value : broker.values(out)) {
      JsonNode each = mapper.readTree(value);
      if (each.get("session").asText().equals(session)
          && each.get("status").asText().equals(status)) {
        told.add(each);
      }
    }
    return told;
  }

  static String text(List<JsonNode> phrases) {
    return phrases.stream()
        .map(each -> each.get("display").asText())
        .collect(Collectors.joining("\n"));
  }

  /** Starts a job that recognises them. */
  Shell.Started listen(String... flags) throws IOException {
    List<String> command =
        new ArrayList<>(
            Shell.beamscribe(
                "listen",
                "--model=vosk-small-ko",
                "--input=kafka://" + broker.address() + "/" + in,
                "--output=kafka://" + broker.address() + "/" + out));
    command.addAll(List.of(flags));
    return Shell.start(command, Map.of());
  }

  /** As the service gets it: mono, 16 kHz, 16 bits. */
  private static byte[] pcm(Path file) throws Exception {
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    try (LiveAudio decoded =
        LiveAudios.any(
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                int sample = Math.round(samples[i]);
                pcm.write(sample);
                pcm.write(sample >> 8);
              }
            })) {
      decoded.accept(Files.readAllBytes(file));
      decoded.finish();
    }
    return pcm.toByteArray();
  }
}
