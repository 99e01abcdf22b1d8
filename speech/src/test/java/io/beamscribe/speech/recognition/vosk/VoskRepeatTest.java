// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same audio gives the same result, down to the last digit, however it is run. */
class VoskRepeatTest {
  @Test
  void resultsRepeatWithAnyThreadsAndIsolation() throws Exception {
    List<SpeechSegment> segments = segments();
    long loads = Engines.shared().loads();
    List<List<Phrase>> expected = recognize(segments, 1, Isolation.NONE);
    assertThat(expected).allSatisfy(phrases -> assertThat(phrases).isNotEmpty());
    assertThat(recognize(segments, 2, Isolation.NONE)).isEqualTo(expected);
    assertThat(recognize(segments, 4, Isolation.PROCESS)).isEqualTo(expected);
    assertThat(Engines.shared().loads()).as("one load a run").isEqualTo(loads + 3);
  }

  private static List<List<Phrase>> recognize(
      List<SpeechSegment> segments, int threads, Isolation isolation) throws Exception {
    EngineSpec spec = new EngineSpec("vosk", Shared.model().toString(), "digest", isolation);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Lease<Engine> lease = Engines.shared().lease(spec)) {
      List<Future<List<Phrase>>> results = new ArrayList<>();
      for (SpeechSegment segment : segments) {
        results.add(
            pool.submit(
                () -> lease.value().recognize(segment, RecognitionOptions.DEFAULT).phrases()));
      }
      List<List<Phrase>> phrases = new ArrayList<>();
      for (Future<List<Phrase>> result : results) {
        phrases.add(result.get());
      }
      return phrases;
    } finally {
      pool.shutdown();
    }
  }

  /** Four segments of 3 s. */
  private static List<SpeechSegment> segments() {
    float[] samples = Shared.korean(1).samples();
    List<SpeechSegment> segments = new ArrayList<>();
    for (int start = 0; start < 12 * 16_000; start += 3 * 16_000) {
      float[] part = Arrays.copyOfRange(samples, start, start + 3 * 16_000);
      segments.add(new SpeechSegment(0, start, part));
    }
    return segments;
  }
}
