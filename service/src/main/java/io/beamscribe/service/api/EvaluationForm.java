// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;

/** The properties of an evaluation. */
final class EvaluationForm {
  private static final String[] COUNTS = {
    "sentenceCount", "wordCount", "correctWordCount", "wordSubstitutionCount",
    "wordDeletionCount", "wordInsertionCount", "tokenCount", "correctTokenCount",
    "tokenSubstitutionCount", "tokenDeletionCount", "tokenInsertionCount"
  };

  private EvaluationForm() {}

  /** As they are before the evaluation has ended. */
  static ObjectNode unknown() {
    ObjectNode properties = Jsons.object();
    for (int model = 1; model <= 2; model++) {
      for (String rate : new String[] {"wordErrorRate", "sentenceErrorRate", "tokenErrorRate"}) {
        properties.put(rate + model, -1.0);
      }
      for (String count : COUNTS) {
        properties.put(count + model, -1);
      }
    }
    return properties;
  }
}
