// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses recognition models, also where only some engines can do what is asked for. */
final class SpeechModels {
  /** An ability that a flag requires of the model. */
  private enum Need {
    AUTO("--locale=auto", EngineAbility.IDENTIFIES_LANGUAGES),
    TRANSLATE("--task=translate", EngineAbility.TRANSLATES);

    final String flag;
    final EngineAbility ability;

    Need(String flag, EngineAbility ability) {
      this.flag = flag;
      this.ability = ability;
    }

    boolean isMetBy(String engine) {
      return EngineProvider.able(ability).contains(engine);
    }
  }

  private final Catalogue catalogue;
  private final ModelStore store;

  SpeechModels(Catalogue catalogue, ModelStore store) {
    this.catalogue = catalogue;
    this.store = store;
  }

  /**
   * Chooses the model of a run.
   *
   * @param named model that the user named; empty for the best available
   * @param locale of the audio, or {@code auto}
   */
  Model choose(Optional<String> named, String locale, Task task) throws ModelException {
    boolean auto = locale.equals(LanguagePlan.AUTO);
    if (!auto && task == Task.TRANSCRIBE) {
      return store.resolve(named.orElse(""), locale);
    }
    Need need = auto ? Need.AUTO : Need.TRANSLATE;
    if (named.isEmpty()) {
      return best(locale, need);
    }
    String name = named.get();
    Optional<CatalogueEntry> entry = catalogue.find(name);
    if (entry.isPresent()) {
      require(need, name, entry.get().engine());
      return store.pull(name);
    }
    Model model = store.resolve(name, auto ? "und" : locale);
    require(need, model.id(), model.engine());
    return model;
  }

  /** The model that recognises one language in place of the run's own. */
  Model forLanguage(String named, String locale, Task task) throws ModelException {
    Model model = store.resolve(named, locale);
    if (task == Task.TRANSLATE) {
      require(Need.TRANSLATE, model.id(), model.engine());
    }
    return model;
  }

  private Model best(String locale, Need need) throws ModelException {
    List<CatalogueEntry> known =
        need == Need.AUTO ? catalogue.forRole(ModelRole.RECOGNITION) : catalogue.forLocale(locale);
    List<String> passedOver = new ArrayList<>();
    for (CatalogueEntry entry : known) {
      // A model of one language has nothing to choose from.
      if (!need.isMetBy(entry.engine())
          || entry.locales().size() == 1
          || entry.licence().restrictive()) {
        continue;
      }
      try {
        return store.pull(entry.id()).because(reason(need, passedOver));
      } catch (ModelException e) {
        passedOver.add(e.getMessage().replaceFirst("\\.$", ""));
      }
    }
    throw new ModelException(
        passedOver.isEmpty()
            ? "The catalogue has no model for %s; name one with --model.".formatted(need.flag)
            : "No model for %s is available: %s."
                .formatted(need.flag, String.join("; ", passedOver)));
  }

  private static String reason(Need need, List<String> passedOver) {
    String why = "it is the catalogue's choice for " + need.flag;
    return passedOver.isEmpty() ? why : why + " (" + String.join("; ", passedOver) + ")";
  }

  private static void require(Need need, String model, String engine) {
    if (!need.isMetBy(engine)) {
      throw new SettingsException(
          "%s needs a model of the engine %s; %s only transcribes, and only one language."
              .formatted(need.flag, Words.either(EngineProvider.able(need.ability)), model));
    }
  }
}
