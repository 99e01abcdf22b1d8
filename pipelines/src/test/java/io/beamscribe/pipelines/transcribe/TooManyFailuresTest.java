// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.transforms.settings.FailureBound;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TooManyFailuresTest {
  @Test
  void aNumberIsThatOfFilesThatFailed() {
    assertThat(sentence(FailureBound.files(1), 100, 40, 2, 10))
        .contains("2 of 90 files failed, and --maxFailures allows 1.");
    assertThat(sentence(FailureBound.files(2), 100, 40, 2, 10)).isEmpty();
  }

  @Test
  void aShareIsThatOfFilesThatWereNotFinishedBefore() {
    assertThat(sentence(FailureBound.share(.1), 30, 0, 2, 10)).isEmpty();
    assertThat(sentence(FailureBound.share(.1), 30, 0, 3, 10))
        .contains("3 of 20 files failed, and --maxFailures allows 2.");
  }

  /** As on a cluster, which asks its steps for their counters one after another. */
  @Test
  void filesThatAreNotCountedYetAreNotTakenForNone() {
    assertThat(sentence(FailureBound.files(1), 0, 3, 4, 0))
        .contains("4 of 7 files failed, and --maxFailures allows 1.");
    assertThat(sentence(FailureBound.share(.5), 0, 3, 4, 0)).isEmpty();
  }

  private static Optional<String> sentence(
      FailureBound bound, long known, long done, long failed, long skipped) {
    return TooManyFailures.sentence(
        bound, () -> new JobProgress(known, done, failed, skipped, 0, 0));
  }
}
