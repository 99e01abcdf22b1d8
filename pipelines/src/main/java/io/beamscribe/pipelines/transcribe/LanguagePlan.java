// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
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
 * The language options of the command line, validated as far as that needs no model.
 *
 * @param auto whether to identify the language
 * @param mode how often to identify it; ignored unless {@code auto}
 * @param candidates languages to choose from, as BCP-47 tags; empty for all that the model knows
 * @param models models of {@code --models} by locale, in the order given
 */
record LanguagePlan(
    boolean auto,
    LanguageIdentification mode,
    List<String> candidates,
    Map<String, String> models) {
  /** Value of {@code --locale} that asks for language identification. */
  static final String AUTO = "auto";

  private static final int MOST_CANDIDATES = 10;

  static LanguagePlan of(TranscribeOptions options) throws UsageException {
    boolean auto = AUTO.equalsIgnoreCase(options.getLocale());
    LanguageIdentification mode = options.getLanguageIdentification();
    List<String> candidates = candidates(options.getCandidateLocales());
    if (!auto && (mode != null || !candidates.isEmpty())) {
      throw new UsageException(
          "--%s is for language identification; add --locale=auto."
              .formatted(mode != null ? "languageIdentification" : "candidateLocales"));
    }
    LanguagePlan plan =
        new LanguagePlan(
            auto,
            mode == null ? LanguageIdentification.SINGLE : mode,
            candidates,
            models(options.getModels()));
    plan.requireUsable();
    return plan;
  }

  /** The language setting of the engine; the locale counts unless it is to be identified. */
  SpokenLanguage spoken(String locale) {
    if (!auto) {
      return SpokenLanguage.fixed(locale);
    }
    return mode == LanguageIdentification.SINGLE
        ? SpokenLanguage.single(candidates)
        : SpokenLanguage.continuous(candidates);
  }

  /** The model that is named for a locale, or for its language. */
  Optional<String> model(String locale) {
    return models.containsKey(locale)
        ? Optional.of(models.get(locale))
        : models.entrySet().stream()
            .filter(entry -> language(entry.getKey()).equals(language(locale)))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private void requireUsable() throws UsageException {
    boolean continuous = auto && mode == LanguageIdentification.CONTINUOUS;
    if (continuous && (candidates.size() < 2 || candidates.size() > MOST_CANDIDATES)) {
      throw new UsageException(
          "--languageIdentification=continuous needs 2 to %d languages to choose from, as in"
                  .formatted(MOST_CANDIDATES)
              + " --candidateLocales=ko-KR,en-US; there are "
              + candidates.size()
              + ".");
    }
    if (candidates.size() == 1) {
      throw new UsageException(
          "--candidateLocales names only one language; use --locale=%s instead."
              .formatted(candidates.get(0)));
    }
    requireDifferent(candidates);
    if (auto && !candidates.isEmpty()) {
      for (String locale : models.keySet()) {
        if (candidates.stream().noneMatch(each -> language(each).equals(language(locale)))) {
          throw new UsageException(
              "--models names a model for %s, which is not among --candidateLocales."
                  .formatted(locale));
        }
      }
    }
  }

  private static void requireDifferent(List<String> locales) throws UsageException {
    Map<String, String> languages = new LinkedHashMap<>();
    for (String locale : locales) {
      String other = languages.putIfAbsent(language(locale), locale);
      if (other != null) {
        throw new UsageException(
            "--candidateLocales names %s and %s, but regions of a language cannot be told apart."
                .formatted(other, locale));
      }
    }
  }

  private static List<String> candidates(List<String> given) throws UsageException {
    List<String> candidates = new ArrayList<>();
    for (String part : parts(given)) {
      candidates.add(tag("candidateLocales", part));
    }
    return candidates.stream().distinct().toList();
  }

  private static Map<String, String> models(List<String> given) throws UsageException {
    Map<String, String> models = new LinkedHashMap<>();
    for (String part : parts(given)) {
      int colon = part.indexOf(':');
      if (colon <= 0 || colon == part.length() - 1) {
        throw new UsageException(
            "--models must be a locale and its model, as in ko-KR:vosk-small-ko, not '%s'."
                .formatted(part));
      }
      String locale = tag("models", part.substring(0, colon).strip());
      if (models.putIfAbsent(locale, part.substring(colon + 1).strip()) != null) {
        throw new UsageException("--models names two models for " + locale + ".");
      }
    }
    return models;
  }

  private static List<String> parts(List<String> given) {
    return given == null
        ? List.of()
        : given.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  private static String tag(String flag, String text) throws UsageException {
    String tag = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
    if (tag.equals("und") || text.equalsIgnoreCase(AUTO)) {
      throw new UsageException(
          "--%s must name languages such as ko-KR, not '%s'.".formatted(flag, text));
    }
    return LikelyLocale.of(tag);
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
