// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.job.JobProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  /** Even if the source was queried just before. */
  @Test
  void theLastLineIsOfTheEnd() throws Exception {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Supplier<JobProgress> source =
        () -> {
          looked.countDown();
          return new JobProgress(3, ended.getCount() == 0 ? 3 : 1, 0, 0, 60, 60);
        };
    try (ProgressDisplay progress =
        ProgressDisplay.start(source, ProgressMode.AUTO, new Console(err, err, true))) {
      assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
      ended.countDown();
    }
    String text = shown.toString(StandardCharsets.UTF_8);
    assertThat(text.lastIndexOf("3 of 3 files")).isGreaterThan(text.lastIndexOf("1 of 3 files"));
  }
}
