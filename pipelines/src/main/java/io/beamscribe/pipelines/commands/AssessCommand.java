// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.assess.AssessJob;
import io.beamscribe.pipelines.assess.AssessOptions;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.transforms.assessment.AssessedFile;
import io.beamscribe.transforms.assessment.AssessmentOutcome;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code assess}: pronunciation against a reference text. */
@Internal
public final class AssessCommand implements Command {
  /** As many lines of the references without a recording are named. */
  private static final int SHOWN = 3;

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
    if (!job.unused().isEmpty()) {
      console.err().println(unused(job.unused()));
    }
    AssessmentOutcome outcome =
        JobConsole.run(job::start, false, assess.getProgress(), console).result();
    for (AssessedFile failure : outcome.failures()) {
      console.err().println(Table.printable(failure.errorKind() + ": " + failure.error()));
    }
    console
        .out()
        .printf(
            "%s assessed%s; see %s/report.html%n",
            Figures.count(outcome.assessed(), "recording"),
            outcome.failed() == 0 ? "" : ", " + outcome.failed() + " failed",
            assess.getOutput());
    return outcome.failed() == 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
  }

  private static String unused(List<String> paths) {
    String more = paths.size() > SHOWN ? " and more" : "";
    return Table.printable(
        "%s of the references %s for no recording: %s%s."
            .formatted(
                Figures.count(paths.size(), "line"),
                paths.size() == 1 ? "stands" : "stand",
                String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size()))),
                more));
  }

  private static AssessJob ready(AssessOptions options, Console console)
      throws UsageException, JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      return AssessJob.of(options, line);
    }
  }
}
