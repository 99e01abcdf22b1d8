// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.Parallelism;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.forecast.RunSpeed;
import io.beamscribe.transforms.forecast.RunSpeeds;
import io.beamscribe.transforms.forecast.Schedule;
import io.beamscribe.transforms.settings.TranscriptionSettings;

/** The speed of a run: what it depends on, and how it is measured. */
final class Speeds {
  private Speeds() {}

  /** What the speed of a run with these options depends on, without figures. */
  static RunSpeed none(TranscribeOptions options, TranscriptionSettings settings) {
    return new RunSpeed(
        settings.recognition().engine().engine(),
        settings.recognition().modelId(),
        settings.results().digest(),
        options.getRunner().getSimpleName(),
        threads(options),
        0,
        0,
        0);
  }

  static boolean isAlike(RunSpeed one, RunSpeed other) {
    return one.settings().equals(other.settings())
        && one.runner().equals(other.runner())
        && one.threads() == other.threads();
  }

  /** Keeps the speed of a run that has transcribed something. */
  static void keep(TranscribeOptions options, TranscriptionSettings settings, Report report) {
    Schedule schedule = new Schedule();
    double audio = 0;
    double processing = 0;
    for (FileReport row : report.details()) {
      if (row.status() == FileStatus.SUCCEEDED && row.durationMilliseconds() > 0) {
        schedule.add(row.durationMilliseconds() / 1e3, row.processingSeconds());
        audio += row.durationMilliseconds() / 1e3;
        processing += row.processingSeconds();
      }
    }
    RunSpeed run = none(options, settings);
    if (audio > 0 && processing > 0) {
      new RunSpeeds(settings.output())
          .add(
              new RunSpeed(
                  run.engine(),
                  run.model(),
                  run.settings(),
                  run.runner(),
                  run.threads(),
                  audio,
                  processing,
                  Math.max(0, report.totals().wallSeconds() - schedule.seconds(run.threads()))));
    }
  }

  /** On a cluster without {@code --parallelism} the number of slots is not known here. */
  private static int threads(TranscribeOptions options) {
    return options.getParallelism() > 0 || RunnerSupports.of(options).worksHere()
        ? Parallelism.here(options)
        : 1;
  }
}
