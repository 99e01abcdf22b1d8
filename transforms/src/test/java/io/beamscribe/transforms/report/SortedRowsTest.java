// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedRowsTest {
  @Test
  void eachFileHasOneRowAndSuccessOutweighsFailure() {
    List<FileReport> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(done(i));
      if (i % 3 == 0) {
        rows.add(failed(i));
      }
      if (i % 5 == 0) {
        rows.add(done(i));
      }
    }
    Collections.shuffle(rows, new Random(1));
    SortedRows sorted = new SortedRows();
    rows.forEach(sorted::add);

    List<FileReport> merged = List.copyOf(sorted.merged());

    assertThat(merged).hasSize(10_000).allMatch(row -> row.status() == FileStatus.SKIPPED);
    assertThat(merged).extracting(FileReport::source).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void noRowsAreNone() {
    assertThat(new SortedRows().merged()).isEmpty();
  }

  private static FileReport done(int i) {
    return FinishedFiles.skipped(file(i));
  }

  private static FileReport failed(int i) {
    return Failures.of(file(i), new SpeechException(ErrorKind.CRASH, "It broke."));
  }

  private static AudioFile file(int i) {
    return new AudioFile("s3a://calls/" + i + ".wav", i + ".wav", 1000 + i, "v", false);
  }
}
