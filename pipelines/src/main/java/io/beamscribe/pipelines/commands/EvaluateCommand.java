// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.evaluate.EvaluateJob;
import io.beamscribe.pipelines.evaluate.EvaluateOptions;
import io.beamscribe.pipelines.evaluate.EvaluationReport;
import io.beamscribe.pipelines.evaluate.EvaluationSummary;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobHandle;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code evaluate}: scores results against references and prints a summary. */
@Internal
public final class EvaluateCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "evaluate",
        "Scores transcripts against references, or models against each other.",
        EvaluateOptions.class,
        "evaluate --references=refs.tsv --hypotheses=out --output=scores",
        "evaluate --references=refs.tsv --hypotheses=yesterday --hypotheses2=today --output=scores",
        "evaluate --references=test.zip --model=whisper-tiny --model2=whisper-base --locale=en-US"
            + " --output=scores");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    EvaluateOptions evaluate = options.as(EvaluateOptions.class);
    try (DownloadLine line = new DownloadLine(console)) {
      EvaluateJob job = EvaluateJob.of(evaluate, line);
      JobHandle<EvaluationReport> done =
          JobConsole.run(() -> start(job), job.worksElsewhere(), evaluate.getProgress(), console);
      EvaluationReport report = done.result();
      console.out().print(EvaluationSummary.text(report));
      return report.document().failures() > 0 ? ExitCode.FILES_FAILED : ExitCode.DONE;
    }
  }

  private static JobHandle<EvaluationReport> start(EvaluateJob job) throws JobException {
    try {
      return job.start();
    } catch (UsageException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
