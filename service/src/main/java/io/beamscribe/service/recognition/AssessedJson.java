// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;

/** Puts an assessment into the document of a recognised phrase. */
public final class AssessedJson {
  private AssessedJson() {}

  /**
   * Adds scores to the best reading of a phrase, which keeps its text as it was written. Words are
   * those of the assessment, if it has any.
   *
   * @param assessment as {@code AssessmentJson} writes it
   * @param phrase with all forms
   */
  public static void add(String assessment, ObjectNode phrase) {
    ObjectNode best = (ObjectNode) phrase.path("NBest").path(0);
    Jsons.stored(assessment)
        .path("NBest")
        .path(0)
        .fields()
        .forEachRemaining(
            field -> {
              if (!best.has(field.getKey()) || field.getKey().equals("Words")) {
                best.set(field.getKey(), field.getValue());
              }
            });
  }
}
