// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.job.RunnerSupports;
import io.beamscribe.pipelines.options.Parallelism;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.forecast.FileTimes;
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
        RunnerSupports.of(options).worksHere() ? Runtime.getRuntime().availableProcessors() : 0,
        0,
        0,
        0,
        0,
        0);
  }

  static boolean isAlike(RunSpeed one, RunSpeed other) {
    return one.settings().equals(other.settings())
        && one.runner().equals(other.runner())
        && one.threads() == other.threads();
  }

  /** An empty schedule for the files of a run. */
  static Schedule schedule(TranscriptionSettings settings) {
    return new Schedule(settings.recognition().activity().blocks());
  }

  /** Keeps the speed of a run that has transcribed something. */
  static void keep(TranscribeOptions options, TranscriptionSettings settings, Report report) {
    Schedule schedule = schedule(settings);
    FileTimes times = new FileTimes();
    for (FileReport row : report.details()) {
      if (row.status() == FileStatus.SUCCEEDED && row.durationMilliseconds() > 0) {
        schedule.add(row.durationMilliseconds() / 1e3, row.processingSeconds());
        times.add(row.durationMilliseconds() / 1e3, row.processingSeconds());
      }
    }
    RunSpeed run = none(options, settings);
    if (times.processingSeconds() > 0) {
      new RunSpeeds(settings.output())
          .add(
              new RunSpeed(
                  run.engine(),
                  run.model(),
                  run.settings(),
                  run.runner(),
                  run.threads(),
                  run.cores(),
                  times.files(),
                  times.audioSeconds(),
                  times.processingSeconds(),
                  times.secondsEach(),
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
