// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.testing.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeStreamsTest {
  private static final int CHUNK = 8000;

  @TempDir static Path folder;
  private static List<AudioChunk> chunks;

  @BeforeAll
  static void cut() throws Exception {
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    try (LiveAudio audio =
        LiveAudios.any(
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                int sample = Math.round(samples[i]);
                pcm.write(sample);
                pcm.write(sample >> 8);
              }
            })) {
      audio.accept(Files.readAllBytes(Path.of("../testdata/speech/korean-2.flac")));
      audio.finish();
    }
    pcm.write(new byte[32_000]);
    byte[] all = pcm.toByteArray();
    chunks = new ArrayList<>();
    for (int at = 0; at < all.length; at += 2 * CHUNK) {
      int end = Math.min(all.length, at + 2 * CHUNK);
      chunks.add(new AudioChunk(at / 2, Arrays.copyOfRange(all, at, end), end == all.length));
    }
  }

  /** Also where no session stays in memory, as after a restart at each chunk. */
  @Test
  void eachPhraseIsFinalOnceInWhateverOrderChunksCome() {
    List<KV<String, AudioChunk>> mixed = new ArrayList<>();
    for (AudioChunk chunk : chunks) {
      mixed.add(KV.of("mixed", chunk));
    }
    mixed.addAll(mixed.subList(0, 3));
    Collections.shuffle(mixed, new Random(1));
    TestStream.Builder<KV<String, AudioChunk>> stream =
        TestStream.create(TranscribeStreams.coder());
    for (int i = 0; i < mixed.size(); i++) {
      stream = stream.addElements(mixed.get(i));
      if (i < chunks.size()) {
        stream = stream.addElements(KV.of("sorted", chunks.get(i)));
      }
    }
    run(
        stream.advanceWatermarkToInfinity(),
        streams -> streams.withSessionsInMemory(1),
        phrases -> {
          List<LivePhrase> sorted = of("sorted", phrases);
          assertThat(sorted).isNotEmpty().allMatch(LivePhrase::complete).doesNotHaveDuplicates();
          assertThat(of("mixed", phrases))
              .extracting(LivePhrase::lexical)
              .isEqualTo(sorted.stream().map(LivePhrase::lexical).toList());
        });
  }

  @Test
  void aSessionThatGetsNothingMoreEnds() {
    TestStream.Builder<KV<String, AudioChunk>> stream =
        TestStream.create(TranscribeStreams.coder());
    for (AudioChunk chunk : chunks.subList(0, 5)) {
      stream = stream.addElements(KV.of("broken", chunk));
    }
    run(
        stream.advanceProcessingTime(Duration.standardMinutes(3)).advanceWatermarkToInfinity(),
        TranscribeStreams::withPartials,
        phrases -> {
          assertThat(phrases).isNotEmpty().anyMatch(each -> !each.getValue().complete());
          assertThat(of("broken", phrases).stream().filter(LivePhrase::complete)).isNotEmpty();
        });
  }

  private interface Change {
    TranscribeStreams of(TranscribeStreams streams);
  }

  private interface Check extends Serializable {
    void of(List<KV<String, LivePhrase>> phrases);
  }

  private static void run(TestStream<KV<String, AudioChunk>> stream, Change change, Check check) {
    Pipeline pipeline = Pipeline.create();
    TranscriptionSettings settings = Jobs.settings(folder, false);
    PAssert.that(pipeline.apply(stream).apply(change.of(TranscribeStreams.of(settings))))
        .satisfies(
            found -> {
              List<KV<String, LivePhrase>> all = new ArrayList<>();
              found.forEach(all::add);
              check.of(all);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static List<LivePhrase> of(String key, List<KV<String, LivePhrase>> phrases) {
    return phrases.stream()
        .filter(each -> each.getKey().equals(key))
        .map(KV::getValue)
        .sorted(Comparator.comparing(LivePhrase::startMilliseconds))
        .toList();
  }
}
