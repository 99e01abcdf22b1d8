// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;

/**
 * The figures behind the subtitles. Netflix' Timed Text Style Guide: at most 2 lines, at most 7 s,
 * at least 5/6 s, 2 frames between subtitles, gaps below half a second closed to that; length of
 * lines and speed by {@link Script}. BBC Subtitle Guidelines: breaks at ends of sentences and
 * clauses, no text more than 1.5 s after its speech.
 *
 * @param columns width of a line; wide characters take two
 * @param lines most lines of a subtitle
 * @param columnsPerSecond how fast people read
 */
record SubtitleRules(int columns, int lines, int columnsPerSecond) {
  static final long MIN_MILLISECONDS = 1000;
  static final long MAX_MILLISECONDS = 7000;

  /** Minimum gap between two subtitles: two frames at 25 per second. */
  static final long GAP_MILLISECONDS = 80;

  /** How long before its words a subtitle may appear that is too short otherwise. */
  static final long LEAD_MILLISECONDS = 500;

  /** How long after its words a subtitle may stay. */
  static final long HANG_MILLISECONDS = 1500;

  /** A gap shorter than this flickers, and is closed. */
  static final long FLICKER_MILLISECONDS = 500;

  /** Longest speech of a subtitle, so that it can stay until the next where that is soon. */
  static final long SPEECH_MILLISECONDS = MAX_MILLISECONDS - FLICKER_MILLISECONDS;

  /** Speech before and after such a pause is never in one subtitle. */
  static final long PAUSE_MILLISECONDS = 1500;

  static SubtitleRules of(Script script, CaptionOptions options) {
    return new SubtitleRules(
        options.lineLength() == 0 ? script.columns : options.lineLength(),
        options.lines(),
        script.columnsPerSecond);
  }

  /** How long people need to read this many columns, at least {@link #MIN_MILLISECONDS}. */
  long readingMilliseconds(int columns) {
    return Math.max(MIN_MILLISECONDS, columns * 1000L / columnsPerSecond);
  }
}
