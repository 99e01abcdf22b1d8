// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.console.Words;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.HelperModels;
import io.beamscribe.pipelines.models.ModelStores;
import io.beamscribe.pipelines.options.SpeakersOptions;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.speakers.KnownVoices;
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
 */
record TranscriptionModels(
    Model speech,
    Model detector,
    @Nullable Model segmentation,
    @Nullable Model voices,
    @Nullable KnownVoices known,
    String locale,
    Map<String, Model> languages) {
  /** Finds the models that the options ask for, and downloads missing ones. */
  static TranscriptionModels choose(
      TranscribeOptions options, LanguagePlan plan, ModelListener listener)
      throws UsageException, JobException {
    try {
      Catalogue catalogue = ModelStores.catalogue(options);
      requireKnown(options.getModel(), catalogue);
      for (String named : plan.models().values()) {
        requireKnown(named, catalogue);
      }
      String locale =
          plan.auto()
              ? LanguagePlan.AUTO
              : locale(options.getLocale(), named(options, plan), catalogue);
      ModelStore store = ModelStores.of(options, catalogue, listener);
      SpeechModels models = new SpeechModels(catalogue, store);
      Model speech = models.choose(named(options, plan), locale, options.getTask());
      requireLanguages(plan.candidates(), speech);
      Map<String, Model> languages = new LinkedHashMap<>();
      for (Map.Entry<String, String> entry : plan.models().entrySet()) {
        if (plan.auto()) {
          languages.put(
              entry.getKey(),
              models.forLanguage(entry.getValue(), entry.getKey(), options.getTask()));
        }
      }
      boolean speakers = options.isDiarization();
      HelperModels helpers = new HelperModels(options, catalogue, store, listener);
      Model voices = speakers ? helpers.voices() : null;
      TranscriptionModels chosen =
          new TranscriptionModels(
              speech,
              helpers.detector(),
              speakers ? helpers.segmentation() : null,
              voices,
              voices == null ? null : SpeakersOptions.known(options, voices.digest()),
              locale,
              languages);
      for (Model model : chosen.all()) {
        store.share(model);
      }
      return chosen;
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    }
  }

  /** Every model of the run. */
  private List<Model> all() {
    return Stream.concat(
            Stream.of(speech, detector, segmentation, voices), languages.values().stream())
        .filter(Objects::nonNull)
        .toList();
  }

  /** The model that the user named; null for the best available. */
  private static String named(TranscribeOptions options, LanguagePlan plan) throws UsageException {
    if (plan.auto() || options.getLocale() == null) {
      return options.getModel();
    }
    Optional<String> ofLocale = plan.model(options.getLocale().replace('_', '-'));
    if (ofLocale.isPresent() && options.getModel() != null) {
      throw new UsageException(
          "--model and --models both name the model for %s.".formatted(options.getLocale()));
    }
    return ofLocale.orElse(options.getModel());
  }

  /** Checks that the model knows each candidate language. */
  private static void requireLanguages(List<String> candidates, Model model) throws UsageException {
    List<String> known = model.locales();
    for (String candidate : candidates) {
      if (known.size() > 1 && known.stream().noneMatch(each -> sameLanguage(each, candidate))) {
        throw new UsageException(
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
  private static void requireKnown(String model, Catalogue catalogue) throws UsageException {
    if (model == null
        || catalogue.find(model).isPresent()
        || model.contains("://")
        || Files.exists(Path.of(model))) {
      return;
    }
    List<String> ids = catalogue.entries().stream().map(CatalogueEntry::id).toList();
    throw new UsageException(
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
  static String locale(String given, String model, Catalogue catalogue) throws UsageException {
    if (given == null) {
      List<String> known =
          model == null
              ? List.of()
              : catalogue.find(model).map(CatalogueEntry::locales).orElse(List.of());
      if (known.size() != 1) {
        throw new UsageException(
            model == null
                ? "--locale is missing: say what language is spoken, as in --locale=ko-KR, or"
                    + " --locale=auto."
                : "--locale is missing: the model does not say what language it is for.");
      }
      return LikelyLocale.of(known.get(0));
    }
    String locale = Locale.forLanguageTag(given.replace('_', '-')).toLanguageTag();
    if (model == null && catalogue.forLocale(locale).isEmpty()) {
      throw new UsageException(noModel(given, catalogue));
    }
    if (locale.equals("und")) {
      throw new UsageException(
          "--locale must be a language and a region such as ko-KR, not '" + given + "'.");
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
