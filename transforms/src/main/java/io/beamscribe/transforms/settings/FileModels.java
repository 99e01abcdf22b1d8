// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.recognition.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which models recognise files whose locale is known: that which is named for the locale, else that
 * of the run if it knows the locale, else, if none is named for the run, the catalogue's choice.
 *
 * @param models by locale, where they are others than that of the run
 * @param refused why a locale has none, as a sentence, by locale
 */
record FileModels(Map<String, Model> models, Map<String, String> refused) {

  /**
   * Chooses them, and downloads missing ones.
   *
   * @param named model that the user named for the run
   * @param speech the model of the run
   */
  static FileModels of(
      List<String> locales,
      LanguagePlan plan,
      Optional<String> named,
      Model speech,
      Task task,
      SpeechModels source)
      throws ModelException {
    Map<String, Model> models = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    for (String locale : locales) {
      Optional<String> own = plan.model(locale);
      if (own.isEmpty() && knows(speech, locale)) {
        continue;
      }
      try {
        Model model =
            own.isEmpty() && named.isPresent() ? speech : source.choose(own, locale, task);
        if (knows(model, locale)) {
          models.put(locale, model);
        } else {
          refused.put(
              locale,
              "The model %s does not know %s; name another for it, as in --models=%s:ID."
                  .formatted(model.id(), locale, locale));
        }
      } catch (ModelException e) {
        if (own.isPresent()) {
          throw e; // asked for by name, as that of the run
        }
        refused.put(locale, String.valueOf(e.getMessage()));
      }
    }
    return new FileModels(models, refused);
  }

  /** A model that does not say what it knows is believed. */
  private static boolean knows(Model model, String locale) {
    return model.locales().isEmpty()
        || model.locales().stream().anyMatch(each -> language(each).equals(language(locale)));
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
