// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.text.Words;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.transforms.models.ModelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of a run, ready on this machine.
 *
 * @param speech recognises speech
 * @param detector detects speech
 * @param segmentation segments speakers; null without diarization
 * @param voices embeds voices; null without diarization
 * @param known voices by which speakers are identified; null if none were given
 * @param locale of the audio, such as {@code ko-KR}, or {@code auto}
 * @param languages recognise particular languages in its place, by locale
 * @param files recognise files whose locale is known
 * @param punctuator writes marks to the words of engines that write none; null if none does
 */
record TranscriptionModels(
    Model speech,
    Model detector,
    @Nullable Model segmentation,
    @Nullable Model voices,
    @Nullable KnownVoices known,
    String locale,
    Map<String, Model> languages,
    FileModels files,
    @Nullable Model punctuator) {
  /**
   * Finds the models that are asked for, and downloads missing ones.
   *
   * @param model that the user named for the whole run
   * @param locales that are known of single files
   */
  static TranscriptionModels choose(
      LanguagePlan plan,
      Optional<String> model,
      Task task,
      SpeakerPlan speakers,
      Punctuation punctuation,
      List<String> locales,
      ModelSource source)
      throws ModelException {
    Catalogue catalogue = source.catalogue();
    ModelStore store = source.store(catalogue);
    for (String name : Stream.concat(model.stream(), plan.models().values().stream()).toList()) {
      if (!store.keeps(name)) {
        requireKnown(name, catalogue);
      }
    }
    Optional<String> named = named(model, plan);
    String locale = plan.auto() ? LanguagePlan.AUTO : locale(plan.locale(), named, catalogue);
    SpeechModels models = new SpeechModels(catalogue, store);
    Model speech = models.choose(named, locale, task);
    requireLanguages(plan.candidates(), speech);
    Map<String, Model> languages = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : plan.models().entrySet()) {
      if (plan.auto()) {
        languages.put(entry.getKey(), models.forLanguage(entry.getValue(), entry.getKey(), task));
      }
    }
    Model voices = speakers.wanted() ? source.helper(catalogue, ModelRole.EMBEDDING) : null;
    TranscriptionModels chosen =
        new TranscriptionModels(
            speech,
            source.helper(catalogue, ModelRole.DETECTOR),
            speakers.wanted() ? source.helper(catalogue, ModelRole.SEGMENTATION) : null,
            voices,
            voices == null ? null : known(speakers, source, voices),
            locale,
            languages,
            FileModels.of(locales, plan, model, speech, task, models),
            Punctuators.of(punctuation, speech, languages.values(), store));
    for (Model each : chosen.all()) {
      store.share(each);
    }
    return chosen;
  }

  private static @Nullable KnownVoices known(
      SpeakerPlan speakers, ModelSource source, Model voices) {
    return speakers
        .voices()
        .map(folder -> SpeakerPlan.known(folder, source.storage(), voices.digest()))
        .orElse(null);
  }

  /** Every model of the run. */
  private List<Model> all() {
    return Stream.concat(
            Stream.of(speech, detector, segmentation, voices, punctuator),
            Stream.concat(languages.values().stream(), files.models().values().stream()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The model that the user named; empty for the best available. */
  private static Optional<String> named(Optional<String> model, LanguagePlan plan) {
    if (plan.auto() || plan.locale().isEmpty()) {
      return model;
    }
    Optional<String> ofLocale = plan.model(plan.locale().get().replace('_', '-'));
    if (ofLocale.isPresent() && model.isPresent()) {
      throw new SettingsException(
          "--model and --models both name the model for %s.".formatted(plan.locale().get()));
    }
    return ofLocale.or(() -> model);
  }

  /** Checks that the model knows each candidate language. */
  private static void requireLanguages(List<String> candidates, Model model) {
    List<String> known = model.locales();
    for (String candidate : candidates) {
      if (known.size() > 1 && known.stream().noneMatch(each -> sameLanguage(each, candidate))) {
        throw new SettingsException(
            "The model %s does not know %s of --candidateLocales."
                .formatted(model.id(), candidate));
      }
    }
  }

  private static boolean sameLanguage(String one, String other) {
    return Locale.forLanguageTag(one)
        .getLanguage()
        .equals(Locale.forLanguageTag(other).getLanguage());
  }

  /** Why these models were chosen, as part of a sentence. */
  String reason() {
    return languages.entrySet().stream()
        .map(entry -> "; " + entry.getKey() + " goes to " + entry.getValue().id())
        .collect(Collectors.joining("", speech.reason(), ""));
  }

  /** Checks that a model is an id of the catalogue, an existing file or folder, or an address. */
  private static void requireKnown(String model, Catalogue catalogue) {
    if (catalogue.find(model).isPresent()
        || model.contains("://")
        || Files.exists(Path.of(model))) {
      return;
    }
    List<String> ids = catalogue.entries().stream().map(CatalogueEntry::id).toList();
    throw new SettingsException(
        Words.nearest(model, ids)
            .map(near -> "No model is called '%s'; did you mean %s?".formatted(model, near))
            .orElse(
                "'%s' is neither a model of the catalogue (see models list) nor a folder or archive."
                    .formatted(model)));
  }

  /**
   * The locale of the audio: as given, or the only one that the named model knows. A language
   * without a region gets its likely region, as in results.
   */
  private static String locale(
      Optional<String> given, Optional<String> model, Catalogue catalogue) {
    if (given.isEmpty()) {
      List<String> known =
          model.flatMap(catalogue::find).map(CatalogueEntry::locales).orElse(List.of());
      if (known.size() != 1) {
        throw new SettingsException(
            model.isEmpty()
                ? "--locale is missing: say what language is spoken, as in --locale=ko-KR, or"
                    + " --locale=auto."
                : "--locale is missing: the model does not say what language it is for.");
      }
      return LikelyLocale.of(known.get(0));
    }
    String locale = Locale.forLanguageTag(given.get().replace('_', '-')).toLanguageTag();
    if (model.isEmpty() && catalogue.forLocale(locale).isEmpty()) {
      throw new SettingsException(noModel(given.get(), catalogue));
    }
    if (locale.equals("und")) {
      throw new SettingsException(
          "--locale must be a language and a region such as ko-KR, not '" + given.get() + "'.");
    }
    return LikelyLocale.of(locale);
  }

  private static String noModel(String locale, Catalogue catalogue) {
    List<String> known =
        catalogue.forRole(ModelRole.RECOGNITION).stream()
            .flatMap(entry -> entry.locales().stream())
            .distinct()
            .sorted()
            .toList();
    return Words.nearest(locale, known)
        .map(near -> "No model is known for '%s'; did you mean %s?".formatted(locale, near))
        .orElse(
            "No model is known for '%s'; there are some for %s."
                .formatted(locale, String.join(", ", known)));
  }
}
