// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.util.List;

/**
 * What checking a dataset found.
 *
 * @param kind label of a {@link DatasetKind}
 * @param acceptedLineCount lines that can be used; of audio, files
 * @param rejectedLineCount those that cannot; empty lines are neither
 * @param rejections the first thousand of them
 * @param problems what makes the whole unusable, as sentences
 */
public record DatasetReport(
    String kind,
    long acceptedLineCount,
    long rejectedLineCount,
    List<Rejection> rejections,
    List<String> problems) {
  public DatasetReport {
    rejections = List.copyOf(rejections);
    problems = List.copyOf(problems);
  }

  /**
   * A line that cannot be used.
   *
   * @param file in which it is
   * @param line its number from 1 on; 0 for a whole file
   * @param text its beginning
   * @param why as a sentence
   */
  public record Rejection(String file, long line, String text, String why) {}

  /** Whether anything of it can be used. */
  public boolean usable() {
    return problems.isEmpty() && acceptedLineCount > 0;
  }
}
