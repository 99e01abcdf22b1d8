// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of a recording in the report. Scores are 0 to 100; null where they are not calibrated or
 * the recording failed.
 *
 * @param errorKind label of an {@link io.beamscribe.speech.ErrorKind}; null if it did not fail
 * @param error why it failed; null if it did not
 */
public record AssessedFile(
    String path,
    String address,
    String locale,
    String speaker,
    String group,
    String date,
    @Nullable String errorKind,
    @Nullable String error,
    boolean calibrated,
    @Nullable Double accuracy,
    @Nullable Double fluency,
    @Nullable Double completeness,
    @Nullable Double prosody,
    @Nullable Double total,
    List<AssessedWord> words) {
  public AssessedFile {
    words = List.copyOf(words);
  }

  /**
   * A word of it.
   *
   * @param accuracy null if it was not said
   */
  public record AssessedWord(
      String text,
      long startMilliseconds,
      long endMilliseconds,
      @Nullable Double accuracy,
      String error,
      List<AssessedPhone> phones) {
    public AssessedWord {
      phones = List.copyOf(phones);
    }
  }

  /** A phone of a word. */
  public record AssessedPhone(String name, double accuracy) {}
}
