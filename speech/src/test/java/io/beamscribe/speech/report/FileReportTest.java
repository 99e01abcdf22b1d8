// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileReportTest {
  @Test
  void speechOnTwoChannelsAtOnceCountsOnce() {
    assertThat(
            speech(
                new SegmentSpan(0, 1000, 5000),
                new SegmentSpan(0, 7000, 8000),
                new SegmentSpan(1, 0, 2000),
                new SegmentSpan(1, 3000, 4000)))
        .isEqualTo(6000);
    assertThat(speech(new SegmentSpan(0, 0, 10_000), new SegmentSpan(1, 0, 10_000)))
        .isEqualTo(10_000);
  }

  private static long speech(SegmentSpan... segments) {
    Provenance old = Transcripts.provenance();
    Provenance provenance =
        new Provenance(
            old.version(),
            old.engine(),
            old.model(),
            old.modelDigest(),
            old.locale(),
            old.models(),
            old.task(),
            old.fingerprint(),
            old.audio(),
            old.speechShare(),
            List.of(segments),
            old.flags(),
            null,
            null,
            null);
    Transcript transcript =
        new Transcript("a.wav", Instant.EPOCH, 10_000, List.of(0, 1), List.of(), provenance);
    return FileReport.succeeded("a.wav", 1, transcript, 1).speechMilliseconds();
  }
}
