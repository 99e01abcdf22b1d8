// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.assess.AssessJob;
import io.beamscribe.pipelines.assess.AssessOptions;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.text.Figures;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code assess}: pronunciation against a reference text. */
@Internal
public final class AssessCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "assess",
        "Assesses the pronunciation of recordings, against texts that were read or of free speech.",
        AssessOptions.class,
        "assess --input=recordings --references=refs.tsv --output=out",
        "assess --input='speeches/*.wav' --output=out");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    AssessOptions assess = options.as(AssessOptions.class);
    AssessJob job = ready(assess, console);
    if (job.unused() > 0) {
      console
          .err()
          .println(
              Figures.count(job.unused(), "line") + " of the references stand for no recording.");
    }
    JobConsole.run(job::start, false, assess.getProgress(), console);
    console
        .out()
        .printf(
            "%s assessed; see %s/report.html%n",
            Figures.count(job.recordings(), "recording"), assess.getOutput());
    return ExitCode.DONE;
  }

  private static AssessJob ready(AssessOptions options, Console console)
      throws UsageException, JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      return AssessJob.of(options, line);
    }
  }
}
