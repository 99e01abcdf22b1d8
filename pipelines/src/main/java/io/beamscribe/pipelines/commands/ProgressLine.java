// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.speech.text.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats the progress of a job as one line. */
final class ProgressLine {
  private static final int BAR = 16;

  private ProgressLine() {}

  /** As {@code 12 of 340 files, 2 failed, 1.2 of 9.8 h, 8.3 x real time, 3 min left}. */
  static String text(JobProgress at, Duration elapsed) {
    List<String> parts = new ArrayList<>();
    parts.add(
        String.format(
            Locale.ROOT, "%d of %s", at.filesEnded(), Figures.count(at.filesKnown(), "file")));
    if (at.filesFailed() > 0) {
      parts.add(at.filesFailed() + " failed");
    }
    if (at.audioSecondsKnown() > 0) {
      parts.add(
          "%s of %s"
              .formatted(
                  Figures.audio(at.audioSecondsDone()), Figures.audio(at.audioSecondsKnown())));
    }
    double speed = at.audioSecondsDone() / Math.max(0.001, elapsed.toMillis() / 1e3);
    if (at.audioSecondsDone() > 0) {
      parts.add(String.format(Locale.ROOT, "%.1f x real time", speed));
      double left = Math.max(0, at.audioSecondsKnown() - at.audioSecondsDone()) / speed;
      if (left >= 1) {
        parts.add(Figures.time(left) + " left");
      }
    }
    return String.join(", ", parts);
  }

  /**
   * The text after a bar if both fit, padded or cut to exactly the width, so that it overwrites the
   * line before.
   */
  static String bar(JobProgress at, Duration elapsed, int width) {
    String text = text(at, elapsed);
    if (text.length() + BAR + 3 <= width) {
      int full = (int) Math.round(share(at) * BAR);
      text = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text;
    }
    return text.length() > width
        ? text.substring(0, Math.max(0, width))
        : text + " ".repeat(width - text.length());
  }

  /** By audio, which determines the time; by files while no audio is known. */
  private static double share(JobProgress at) {
    double share =
        at.audioSecondsKnown() > 0
            ? at.audioSecondsDone() / at.audioSecondsKnown()
            : at.filesEnded() / Math.max(1.0, (double) at.filesKnown());
    return Math.min(1, Math.max(0, share));
  }
}
