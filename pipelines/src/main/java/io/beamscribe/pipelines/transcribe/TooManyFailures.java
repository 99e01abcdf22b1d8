// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.report.Report;
import io.beamscribe.transforms.settings.FailureBound;
import io.beamscribe.transforms.settings.RunBounds;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Says when more files of a batch have failed than may. */
final class TooManyFailures {
  private TooManyFailures() {}

  /**
   * The sentence for a job that still runs; empty if it may go on.
   *
   * @param progress is asked only if there is a bound
   */
  static Optional<String> sentence(FailureBound bound, Supplier<JobProgress> progress) {
    if (bound.equals(FailureBound.NONE)) {
      return Optional.empty();
    }
    JobProgress at = progress.get();
    long ended = at.filesFailed() + at.filesDone();
    long files = at.filesKnown() - at.filesSkipped();
    // A cluster tells the count of listed files later than that of those that end.
    return files < ended && bound.share() >= 0
        ? Optional.empty()
        : sentence(bound, at.filesFailed(), Math.max(files, ended), 0);
  }

  /** The sentence for a job that has ended; empty if not too many have failed. */
  static Optional<String> sentence(RunBounds bounds, Report report) {
    if (bounds.failures().equals(FailureBound.NONE)) {
      return Optional.empty(); // counting takes a pass over all rows
    }
    Map<FileStatus, Integer> counts = report.counts();
    int failed = counts.getOrDefault(FileStatus.FAILED, 0);
    // Those that a limit leaves to later runs are no files of this one.
    int left = bounds.limitsFiles() ? 0 : report.notStartedFiles();
    int files = failed + counts.getOrDefault(FileStatus.SUCCEEDED, 0) + left;
    return sentence(bounds.failures(), failed, files, left);
  }

  private static Optional<String> sentence(
      FailureBound bound, long failed, long files, long notStarted) {
    long most = bound.most(files);
    return failed <= most
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d files failed, and --maxFailures allows %d%s.",
                failed,
                files,
                most,
                notStarted == 0
                    ? ""
                    : String.format(Locale.ROOT, "; %d were not begun", notStarted)));
  }
}
