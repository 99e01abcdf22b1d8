// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A real engine's process is killed while somebody speaks. */
class KilledStreamTest {
  private static final RecognitionOptions KOREAN =
      RecognitionOptions.of(SpokenLanguage.fixed("ko-KR"));

  private static final int STEP = SampleRange.RATE / 10;

  private static float[] samples(String name) throws Exception {
    float[] all = new float[60 * SampleRange.RATE];
    int[] length = {0};
    try (LiveAudio audio =
        LiveAudios.any(
            (got, count) -> {
              System.arraycopy(got, 0, all, length[0], count);
              length[0] += count;
            })) {
      audio.accept(Files.readAllBytes(Path.of("../testdata/speech", name)));
      audio.finish();
    }
    return Arrays.copyOf(all, length[0]);
  }

  /**
   * When, in steps of the second utterance, and which of the processes are killed, the oldest
   * first.
   */
  private record Kill(int step, int processes) {}

  private static List<String> spoken(AtomicInteger loads, Kill... kills) throws Exception {
    EngineSpec spec =
        new EngineSpec(
            "vosk",
            RealModels.get("vosk-small-ko").folder().toString(),
            "digest",
            Isolation.PROCESS);
    List<Long> before = children().stream().map(ProcessHandle::pid).toList();
    List<String> texts = new ArrayList<>();
    IsolatedEngine engine = IsolatedEngine.open(spec, loads::incrementAndGet);
    try (RecognitionStream stream = engine.stream(KOREAN, true)) {
      long position = 0;
      for (String name : List.of("korean-2.flac", "korean-1.flac")) {
        float[] samples = samples(name);
        for (int at = 0; at < samples.length; at += STEP) {
          int now = at / STEP;
          if (name.equals("korean-1.flac")) {
            for (Kill kill : kills) {
              if (kill.step == now) {
                kill(before, kill.processes);
              }
            }
          }
          float[] chunk = Arrays.copyOfRange(samples, at, Math.min(samples.length, at + STEP));
          add(stream.accept(new SpeechSegment(0, position + at, chunk)), texts);
        }
        add(stream.endUtterance(), texts);
        position += samples.length + SampleRange.RATE;
      }
    } finally {
      engine.close();
    }
    return texts;
  }

  private static void add(StreamResult result, List<String> texts) {
    result
        .finals()
        .forEach(
            phrase ->
                texts.add(
                    phrase.startMilliseconds()
                        + "-"
                        + phrase.endMilliseconds()
                        + " "
                        + phrase.best().lexical()));
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .sorted(Comparator.comparing(child -> child.info().startInstant().orElse(Instant.MAX)))
        .toList();
  }

  private static void kill(List<Long> others, int most) throws Exception {
    List<ProcessHandle> mine =
        children().stream().filter(child -> !others.contains(child.pid())).limit(most).toList();
    if (mine.size() < most) {
      fail("there are %d processes", mine.size());
    }
    for (ProcessHandle child : mine) {
      child.destroyForcibly();
      child.onExit().get();
    }
  }

  @Test
  void phrasesAreThoseOfAnEngineThatLives() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    List<String> alive = spoken(loads);
    assertThat(alive).hasSizeGreaterThanOrEqualTo(2);
    assertThat(loads).hasValue(1);

    // the engine alone, and again what took its place, with the spare one as well
    assertThat(spoken(loads, new Kill(12, 1), new Kill(30, 2))).isEqualTo(alive);
    assertThat(loads).hasValue(4);
  }
}
