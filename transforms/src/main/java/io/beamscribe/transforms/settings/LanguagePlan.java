// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.recognition.SpokenLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The language settings, validated as far as that needs no model.
 *
 * @param locale of the audio as given; empty if the model implies it
 * @param auto whether to identify the language
 * @param mode how often to identify it; ignored unless {@code auto}
 * @param candidates languages to choose from, as BCP-47 tags; empty for all that the model knows
 * @param models by locale, in the order given
 */
record LanguagePlan(
    Optional<String> locale,
    boolean auto,
    LanguageIdentification mode,
    List<String> candidates,
    Map<String, String> models) {
  /** Value of {@code --locale} that asks for language identification. */
  static final String AUTO = "auto";

  private static final int MOST_CANDIDATES = 10;

  /**
   * Validates what is given.
   *
   * @param given locales, each by itself or separated by commas
   * @param named a locale and its model, as in {@code ko-KR:vosk-small-ko}, each by itself or
   *     separated by commas
   */
  static LanguagePlan of(
      Optional<String> locale,
      Optional<LanguageIdentification> mode,
      List<String> given,
      List<String> named) {
    boolean auto = locale.filter(AUTO::equalsIgnoreCase).isPresent();
    List<String> candidates = candidates(given);
    if (!auto && (mode.isPresent() || !candidates.isEmpty())) {
      throw new SettingsException(
          "--%s is for language identification; add --locale=auto."
              .formatted(mode.isPresent() ? "languageIdentification" : "candidateLocales"));
    }
    LanguagePlan plan =
        new LanguagePlan(
            locale, auto, mode.orElse(LanguageIdentification.SINGLE), candidates, models(named));
    plan.requireUsable();
    return plan;
  }

  /** The language setting of the engine; the locale counts unless it is to be identified. */
  SpokenLanguage spoken(String known) {
    if (!auto) {
      return SpokenLanguage.fixed(known);
    }
    return mode == LanguageIdentification.SINGLE
        ? SpokenLanguage.single(candidates)
        : SpokenLanguage.continuous(candidates);
  }

  /** The model that is named for a locale, or for its language. */
  Optional<String> model(String spoken) {
    return models.containsKey(spoken)
        ? Optional.of(models.get(spoken))
        : models.entrySet().stream()
            .filter(entry -> language(entry.getKey()).equals(language(spoken)))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private void requireUsable() {
    boolean continuous = auto && mode == LanguageIdentification.CONTINUOUS;
    if (continuous && (candidates.size() < 2 || candidates.size() > MOST_CANDIDATES)) {
      throw new SettingsException(
          String.format(
                  Locale.ROOT,
                  "--languageIdentification=continuous needs 2 to %d languages to choose from, as"
                      + " in",
                  MOST_CANDIDATES)
              + " --candidateLocales=ko-KR,en-US; there are "
              + candidates.size()
              + ".");
    }
    if (candidates.size() == 1) {
      throw new SettingsException(
          "--candidateLocales names only one language; use --locale=%s instead."
              .formatted(candidates.get(0)));
    }
    requireDifferent(candidates);
    if (auto && !candidates.isEmpty()) {
      for (String locale : models.keySet()) {
        if (candidates.stream().noneMatch(each -> language(each).equals(language(locale)))) {
          throw new SettingsException(
              "--models names a model for %s, which is not among --candidateLocales."
                  .formatted(locale));
        }
      }
    }
  }

  private static void requireDifferent(List<String> locales) {
    Map<String, String> languages = new LinkedHashMap<>();
    for (String locale : locales) {
      String other = languages.putIfAbsent(language(locale), locale);
      if (other != null) {
        throw new SettingsException(
            "--candidateLocales names %s and %s, but regions of a language cannot be told apart."
                .formatted(other, locale));
      }
    }
  }

  private static List<String> candidates(List<String> given) {
    List<String> candidates = new ArrayList<>();
    for (String part : parts(given)) {
      candidates.add(tag("candidateLocales", part));
    }
    return candidates.stream().distinct().toList();
  }

  private static Map<String, String> models(List<String> given) {
    Map<String, String> models = new LinkedHashMap<>();
    for (String part : parts(given)) {
      int colon = part.indexOf(':');
      if (colon <= 0 || colon == part.length() - 1) {
        throw new SettingsException(
            "--models must be a locale and its model, as in ko-KR:vosk-small-ko, not '%s'."
                .formatted(part));
      }
      String locale = tag("models", part.substring(0, colon).strip());
      if (models.putIfAbsent(locale, part.substring(colon + 1).strip()) != null) {
        throw new SettingsException("--models names two models for " + locale + ".");
      }
    }
    return models;
  }

  private static List<String> parts(List<String> given) {
    return given.stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String tag(String flag, String text) {
    String tag = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
    if (tag.equals("und") || text.equalsIgnoreCase(AUTO)) {
      throw new SettingsException(
          "--%s must name languages such as ko-KR, not '%s'.".formatted(flag, text));
    }
    return LikelyLocale.of(tag);
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
