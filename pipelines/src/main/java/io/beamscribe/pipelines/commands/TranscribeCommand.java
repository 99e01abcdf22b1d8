// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import io.beamscribe.pipelines.transcribe.BatchOptions;
import io.beamscribe.pipelines.transcribe.DryRun;
import io.beamscribe.pipelines.transcribe.QualityGate;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeJob;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.speech.report.FileStatus;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code transcribe}: runs the batch job and prints a summary. */
@Internal
public final class TranscribeCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "transcribe",
        "Transcribes audio into a folder of transcripts and a report.",
        BatchOptions.class,
        "transcribe --input='audio/**' --output=out --locale=ko-KR",
        "transcribe --input=@calls.txt --output=out --locale=en-US --formats=json,srt",
        "transcribe --input=calls --output=out --locale=auto --candidateLocales=ko-KR,en-US");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    BatchOptions transcribe = options.as(BatchOptions.class);
    if (transcribe.getPricePerCoreHour() != null && !transcribe.isDryRun()) {
      throw new UsageException("--pricePerCoreHour is for --dryRun.");
    }
    if (transcribe.isDryRun()) {
      console.out().print(DryRunText.text(plan(transcribe, console), transcribe.getOutput()));
      return ExitCode.DONE;
    }
    QualityGate gate = QualityGate.of(transcribe.getFailBelow());
    TranscribeJob job = ready(transcribe, console);
    if (job.isDetached()) {
      if (transcribe.getMaxFailures() != null || transcribe.getFailBelow() != null) {
        throw new UsageException(
            "--%s needs this program to wait for the job; leave --detached out."
                .formatted(transcribe.getMaxFailures() != null ? "maxFailures" : "failBelow"));
      }
      console.out().println(job.handOver());
      return ExitCode.DONE;
    }
    JobConsole.awaitOther(job.working(), console);
    JobHandle<RunReport> done =
        JobConsole.run(job::start, job.worksElsewhere(), transcribe.getProgress(), console);
    RunReport result = done.result();
    console.out().print(RunSummary.text(result.report(), job.modelReason(), result.output()));
    Optional<String> refusal = gate.refusal(result.report());
    refusal.ifPresent(sentence -> console.err().println(sentence));
    return refusal.isPresent() || result.report().counts().getOrDefault(FileStatus.FAILED, 0) > 0
        ? ExitCode.FILES_FAILED
        : ExitCode.DONE;
  }

  private static DryRun plan(BatchOptions options, Console console)
      throws UsageException, JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      return DryRun.of(options, line);
    }
  }

  private static TranscribeJob ready(TranscribeOptions options, Console console)
      throws UsageException, JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      return TranscribeJob.batch(options, line);
    }
  }
}
