package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.TranscribeBatch;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobRunner;
import io.beamscribe.pipelines.job.ProgressSource;
import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.transcribe.RunMetrics;
import io.beamscribe.pipelines.transcribe.RunReport;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import io.beamscribe.pipelines.transcribe.TranscriptionSetup;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.Addresses;
import io.beamscribe.transforms.worker.EarlyEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code transcribe}: checks what can be checked before any work, runs the job, sums it up. */
public final class TranscribeCommand implements Command {
  @Override
  public String words() {
    return "transcribe";
  }

  @Override
  public String summary() {
    return "Transcribes audio into a folder of transcripts and a report.";
  }

  @Override
  public Class<TranscribeOptions> options() {
    return TranscribeOptions.class;
  }

  @Override
  public boolean runsJob() {
    return true;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "transcribe --input='audio/**' --output=out --locale=ko-KR",
        "transcribe --input=@calls.txt --output=out --locale=en-US --formats=json,srt",
        "transcribe --input=calls --output=out --locale=auto --candidateLocales=ko-KR,en-US");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    TranscribeOptions transcribe = options.as(TranscribeOptions.class);
    TranscriptionSetup setup = TranscriptionSetup.batch(transcribe, console);

    OutputLayout output = new OutputLayout(transcribe.getOutput());
    RunReport.clear(output);
    ProgressSource progress;
    EarlyEngine engine = EarlyEngine.of(setup.settings());
    try {
      if (RunnerSupport.worksHere(transcribe) && !holdsResults(output)) {
        engine.begin();
      }
      Pipeline pipeline = Pipeline.create(transcribe);
      TranscribeBatch.build(pipeline, setup.inputs().all(), setup.settings());
      progress =
          JobRunner.run(
              pipeline,
              result -> new RunMetrics(transcribe, result),
              transcribe.getProgress(),
              console);
    } finally {
      engine.close();
    }
    long listed = progress.snapshot().filesKnown();
    Report report = RunReport.read(output, listed);
    if (report.details().isEmpty() || listed == 0 && holdsNothing(report, setup.inputs())) {
      throw new UsageException(
          report.ignoredFiles() > 0
              ? "There is nothing to transcribe: what the input holds is no audio."
              : "There is nothing to transcribe: the input is empty.");
    }
    console.out().print(RunSummary.text(report, setup.models().reason(), output.root()));
    return report.counts().get(FileStatus.FAILED) > 0 ? ExitCode.FILES_FAILED : ExitCode.DONE;
  }

  /** Whether an earlier run has left results, so that there may be nothing to hear. */
  private static boolean holdsResults(OutputLayout output) {
    return !Addresses.isLocal(output.root())
        || Files.exists(Path.of(Addresses.localPath(output.root()), "transcripts"));
  }

  /** Whether at most inputs of this machine are in the report, and not one file. */
  private static boolean holdsNothing(Report report, Inputs inputs) {
    return report.details().stream()
        .map(FileReport::sourceUrl)
        .allMatch(source -> Addresses.isLocal(source) && inputs.given().contains(source));
  }
}
