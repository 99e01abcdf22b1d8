// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.transforms.values.AudioFile;
import org.jspecify.annotations.Nullable;

/**
 * A recording with what is known of it.
 *
 * @param text that was to be read; empty for free speech
 * @param speaker empty if it is not known, as the class and the date are
 * @param group class that the speaker belongs to
 * @param date or another sign of the time by whose order progress is told
 * @param refusal why it cannot be assessed, as a sentence; null if it can
 */
public record AssessmentTask(
    AudioFile file,
    String locale,
    String text,
    String speaker,
    String group,
    String date,
    @Nullable String refusal) {
  /** A recording of free speech by someone unknown. */
  public static AssessmentTask free(AudioFile file, String locale) {
    return new AssessmentTask(file, locale, "", "", "", "", null);
  }

  /** A copy in another language. */
  public AssessmentTask withLocale(String other) {
    return new AssessmentTask(file, other, text, speaker, group, date, refusal);
  }

  /** A copy that cannot be assessed. */
  public AssessmentTask refused(String why) {
    return new AssessmentTask(file, locale, text, speaker, group, date, why);
  }
}
