// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.job.Causes;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.job.JobKind;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.speech.engines.EarlyEngine;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.Transcribe;
import io.beamscribe.transforms.settings.FailureBound;
import io.beamscribe.transforms.settings.FileSelection;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a transcription job.
 *
 * @param batch whether it ends by itself and writes a report
 * @param engine loaded early, and held until the job ends
 * @param startMillis when the run began, in milliseconds since 1970
 */
record TranscribeRun(
    TranscribeOptions options,
    TranscriptionSetup setup,
    boolean batch,
    EarlyEngine engine,
    ModelListener listener,
    long startMillis)
    implements JobKind<RunReport> {
  private static final Logger LOG = LoggerFactory.getLogger(TranscribeRun.class);

  @Override
  public Supplier<JobProgress> progress(PipelineResult running) {
    return new RunMetrics(options, running);
  }

  @Override
  public RunReport result(JobProgress end) throws JobException, UsageException {
    if (!batch) {
      throw new IllegalStateException("A stream writes no report.");
    }
    long listed = end.filesKnown();
    RunReport result = RunReport.read(setup.settings(), listed);
    RunReport.forget(setup.settings());
    Report report = result.report();
    if (report.details().isEmpty() || listed == 0 && holdsNothing(report, setup.inputs())) {
      boolean all = setup.settings().run().selection().equals(FileSelection.ALL);
      throw new UsageException(
          !all
              ? "There is nothing to transcribe: --include and --exclude leave no audio of the"
                  + " input."
              : report.ignoredFiles() > 0
                  ? "There is nothing to transcribe: none of the files in the input is audio."
                  : inOutput()
                      ? "There is nothing to transcribe: the input lies in --output, whose files"
                          + " are never taken as input."
                      : "There is nothing to transcribe: the input is empty.");
    }
    Speeds.keep(options, setup.settings(), report);
    Optional<String> tooMany = TooManyFailures.sentence(setup.settings().run().bounds(), report);
    if (tooMany.isPresent()) {
      throw failed(report.withFailure(tooMany.get()));
    }
    return result;
  }

  private boolean inOutput() {
    String output = setup.settings().output().root() + "/";
    return setup.inputs().all().stream()
        .allMatch(input -> (input.replaceFirst("/+$", "") + "/").startsWith(output));
  }

  private JobException failed(Report report) {
    try {
      Transcribe.replaceReport(report, setup.settings());
    } catch (IOException e) {
      LOG.warn("The report cannot be written again: {}", e.getMessage());
    }
    return new JobException(String.valueOf(report.failure()));
  }

  @Override
  public Optional<String> giveUp(Supplier<JobProgress> progress) {
    FailureBound bound = setup.settings().run().bounds().failures();
    // In this process steps stop by themselves, without breaking off what they have begun.
    return !batch || RunnerSupports.of(options).worksHere()
        ? Optional.empty()
        : TooManyFailures.sentence(bound, progress);
  }

  @Override
  public void failed(Throwable failure) {
    if (!batch) {
      return;
    }
    try {
      Transcribe.reportBroken(
          setup.inputs().all(), setup.settings(), startMillis, Causes.sentence(failure));
    } catch (IOException | RuntimeException e) {
      LOG.warn("The report of the files that had ended cannot be written: {}", e.getMessage());
    }
  }

  @Override
  public void say(String sentence) {
    listener.say(sentence);
  }

  @Override
  public void ended() {
    engine.close();
  }

  /** Whether the report names nothing but local inputs without a file. */
  private static boolean holdsNothing(Report report, Inputs inputs) {
    return report.details().stream()
        .map(FileReport::sourceUrl)
        .allMatch(source -> Addresses.isLocal(source) && inputs.given().contains(source));
  }
}
