// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What keeps the runs of a schedule apart, which nothing else would miss. */
class ManifestsTest {
  private static final Path FOLDER = Path.of("deploy");

  @Test
  void aNightWaitsForTheOneBefore() throws IOException {
    assertThat(lines("kubernetes/nightly.yaml"))
        .contains("concurrencyPolicy: Forbid", "parallelism: 1", "completions: 1")
        // Files that failed fail again: what is tried again is a night that has broken off.
        .contains("action: FailJob", "values: [2, 3]")
        .doesNotContain("--detached", "-d");
    assertThat(lines("airflow/beamscribe_nightly.py"))
        .contains("max_active_runs=1,", "reattach_on_restart=True,")
        .doesNotContain("\"--detached\",", "\"-d\",");
  }

  private static String[] lines(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file))
        .lines()
        .map(line -> line.strip().replaceFirst("^- ", ""))
        .toArray(String[]::new);
  }
}
