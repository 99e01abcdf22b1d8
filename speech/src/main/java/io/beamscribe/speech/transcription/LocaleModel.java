// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.recognition.EngineSpec;
import java.io.Serializable;
import java.util.function.BinaryOperator;

/**
 * A model that recognises one language in place of the run's model.
 *
 * @param locale of the speech that it recognises
 * @param modelId id or last part of the address of the model
 */
public record LocaleModel(String locale, EngineSpec engine, String modelId)
    implements Serializable {

  /** A copy with its model in another folder. */
  LocaleModel withModel(BinaryOperator<String> place) {
    return new LocaleModel(
        locale, engine.in(place.apply(engine.folder(), engine.digest())), modelId);
  }
}
