// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

/**
 * The figures behind the subtitles. Netflix' Timed Text Style Guide: at most 2 lines of 42
 * characters, at most 7 s, at least 5/6 s, 2 frames between subtitles, gaps below half a second
 * closed to that, 17 (children) to 20 characters a second. BBC Subtitle Guidelines: 160 to 180
 * words a minute, which is about 15 to 17 characters a second, breaks at ends of sentences and
 * clauses. Wide characters count twice, which gives 21 of them a line.
 */
final class SubtitleRules {
  /** Width of a line in columns. */
  static final int COLUMNS = 42;

  static final long MIN_MILLISECONDS = 1000;
  static final long MAX_MILLISECONDS = 7000;

  /** Minimum gap between two subtitles: two frames at 25 per second. */
  static final long GAP_MILLISECONDS = 80;

  /** How long before its words a subtitle may appear. */
  static final long LEAD_MILLISECONDS = 1000;

  /** A gap shorter than this flickers, and is closed. */
  static final long FLICKER_MILLISECONDS = 500;

  /** Speech before and after such a pause is never in one subtitle. */
  static final long PAUSE_MILLISECONDS = 2000;

  private static final long COLUMNS_PER_SECOND = 17;

  private SubtitleRules() {}

  /** How long people need to read this many columns, at least {@link #MIN_MILLISECONDS}. */
  static long readingMilliseconds(int columns) {
    return Math.max(MIN_MILLISECONDS, columns * 1000L / COLUMNS_PER_SECOND);
  }
}
