// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.text.punctuation.Punctuation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the model that writes marks to the words of engines that write none. */
final class Punctuators {
  /** Smaller ones hear marks nearly as well, and larger ones cost more than recognition. */
  private static final String USUAL = "whisper-base";

  private Punctuators() {}

  /**
   * A model of the run that can, or if Whisper is asked for, the usual one.
   *
   * @param languages models for particular languages
   * @return null where none is needed or wanted
   */
  static @Nullable Model of(
      Punctuation wanted, Model speech, Collection<Model> languages, ModelStore store)
      throws ModelException {
    List<String> writers = EngineProvider.able(EngineAbility.WRITES_FOR_READERS);
    List<String> punctuators = EngineProvider.able(EngineAbility.PUNCTUATES);
    List<Model> all = Stream.concat(Stream.of(speech), languages.stream()).toList();
    boolean needed = all.stream().anyMatch(model -> !writers.contains(model.engine()));
    if (!needed || wanted == Punctuation.RULES || wanted == Punctuation.NONE) {
      return null;
    }
    for (Model model : all) {
      if (punctuators.contains(model.engine())) {
        return model;
      }
    }
    return wanted == Punctuation.WHISPER ? store.pull(USUAL) : null;
  }
}
