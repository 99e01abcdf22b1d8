// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.flags.Flags;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;

class DirectSupportTest {
  @Test
  void returnsAtOnceAndHasAsManyThreadsAsThereAreProcessors() throws UsageException {
    DirectOptions options = prepared();

    assertThat(options.isBlockOnRun()).isFalse();
    assertThat(options.getTargetParallelism())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void parallelismIsThatOfTheRunner() throws UsageException {
    DirectOptions options = prepared("--parallelism=7");

    assertThat(options.as(TranscribeOptions.class).getParallelism()).isEqualTo(7);
    assertThat(options.getTargetParallelism()).isEqualTo(7);
  }

  @Test
  void whatTheUserSaysToBeamStands() throws UsageException {
    DirectOptions options = prepared("--blockOnRun", "--targetParallelism", "3", "--parallelism=2");

    assertThat(options.isBlockOnRun()).isTrue();
    assertThat(options.getTargetParallelism()).isEqualTo(3);
  }

  private static DirectOptions prepared(String... flags) throws UsageException {
    String[] all = new String[flags.length + 2];
    all[0] = "--input=a";
    all[1] = "--output=o";
    System.arraycopy(flags, 0, all, 2, flags.length);
    DirectOptions options =
        Flags.parse(TranscribeOptions.class, "transcribe", all).as(DirectOptions.class);
    RunnerSupport support = RunnerSupports.of(options);
    support.prepare(options);
    assertThat(support.worksHere()).isTrue();
    return options;
  }
}
