// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.pipelines.transcribe.WatchOptions;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.report.FileStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs run by a program: in its own process, several at once, without a console. */
class TranscribeJobIT {
  @TempDir Path folder;

  @Test
  void batchesAndAStreamRunAtOnceInOneProcess() throws Exception {
    JobHandle<RunReport> stream =
        TranscribeJob.submitStream(
            options(WatchOptions.class, Files.createDirectory(folder.resolve("inbox")), "watched"),
            ModelListener.SILENT);
    JobHandle<RunReport> one = submit(Shell.TESTDATA.resolve("formats/mp3.mp3"), "one");
    JobHandle<RunReport> two = submit(Shell.TESTDATA.resolve("formats/pcm_s16.wav"), "two");

    one.await();
    two.await();

    for (JobHandle<RunReport> job : List.of(one, two)) {
      assertThat(job.state()).isEqualTo(PipelineResult.State.DONE);
      assertThat(job.progress().filesDone()).isEqualTo(1);
      assertThat(job.result().report().counts()).containsEntry(FileStatus.SUCCEEDED, 1);
      assertThat(Path.of(job.result().address())).exists();
    }
    assertThat(one.result().output()).isEqualTo(folder.resolve("one").toString());
    assertThat(stream.state()).isEqualTo(PipelineResult.State.RUNNING);
    stream.cancel();
    assertThatThrownBy(stream::await).isInstanceOf(JobException.class);
    assertThat(stream.state()).isEqualTo(PipelineResult.State.CANCELLED);
    assertThatThrownBy(stream::result).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatCannotBeRightIsSaidBeforeAnythingBegins() {
    assertThatThrownBy(() -> submit(folder.resolve("none"), "out"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("There is no file or folder");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderWithoutAudioHasNoResult() throws Exception {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "no audio");
    JobHandle<RunReport> job = submit(texts, "out");
    job.await();

    assertThatThrownBy(job::result)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing to transcribe");
  }

  private JobHandle<RunReport> submit(Path input, String output)
      throws UsageException, JobException {
    return TranscribeJob.submit(
        options(TranscribeOptions.class, input, output), ModelListener.SILENT);
  }

  private <T extends TranscribeOptions> T options(Class<T> type, Path input, String output) {
    T options = PipelineOptionsFactory.create().as(type);
    options.setInput(List.of(input.toString()));
    options.setOutput(folder.resolve(output).toString());
    options.setLocale("ko-KR");
    return options;
  }
}
