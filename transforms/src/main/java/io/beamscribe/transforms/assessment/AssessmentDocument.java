// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.transforms.assessment.AssessedFile.AssessedPhone;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the report of an assessment says, in each of its forms. */
record AssessmentDocument(
    int recordings,
    int failed,
    Group all,
    List<Group> speakers,
    List<Group> classes,
    List<AssessedFile> details) {

  /**
   * The mean scores of some recordings.
   *
   * @param name speaker or class
   * @param words how many words were assessed, and how many of them had an error
   * @param progress mean of the whole score by date
   * @param worstPhones the phones with the lowest mean accuracy, the lowest first
   */
  record Group(
      String name,
      int recordings,
      @Nullable Double accuracy,
      @Nullable Double fluency,
      @Nullable Double completeness,
      @Nullable Double prosody,
      @Nullable Double total,
      int words,
      int errors,
      Map<String, Double> progress,
      List<AssessedPhone> worstPhones) {}
}
