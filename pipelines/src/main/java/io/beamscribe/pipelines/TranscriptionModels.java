package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Console;
import io.beamscribe.pipelines.cli.JobException;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.pipelines.cli.Words;
import io.beamscribe.speech.models.Catalogue;
import io.beamscribe.speech.models.CatalogueEntry;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The models of a run, ready on this machine.
 *
 * @param speech hears words
 * @param detector tells where speech is
 * @param locale of the audio, such as {@code ko-KR}
 */
record TranscriptionModels(Model speech, Model detector, String locale) {
  private static final String DETECTOR = "silero-vad";

  /** Finds the models that the options ask for, and fetches those that are not here yet. */
  static TranscriptionModels choose(TranscribeOptions options, Console console)
      throws UsageException, JobException {
    DownloadLine line = new DownloadLine(console);
    try {
      Catalogue catalogue = catalogue(options.getCatalog());
      requireKnown(options.getModel(), catalogue);
      String locale = locale(options.getLocale(), options.getModel(), catalogue);
      ModelStore store = new ModelStore(catalogue, ModelStore.defaultRoot(), line);
      Model speech = store.resolve(options.getModel(), locale);
      // The detector is no matter of taste: a catalogue of the user's own need not have it.
      Model detector =
          catalogue.find(DETECTOR).isPresent()
              ? store.pull(DETECTOR)
              : new ModelStore(Catalogue.builtIn(), ModelStore.defaultRoot(), line).pull(DETECTOR);
      return new TranscriptionModels(speech, detector, locale);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    } finally {
      line.end();
    }
  }

  /** A model is an id, or something that is there, or an address. */
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
                "'%s' is no model of the catalogue (see models list), no folder and no archive."
                    .formatted(model)));
  }

  /** The catalogue to use: a file of the user's own, or null for the one that is built in. */
  static Catalogue catalogue(String file) throws ModelException {
    return file == null ? Catalogue.builtIn() : Catalogue.load(Path.of(file));
  }

  /** The locale of the audio: as given, or the only one that the named model knows. */
  static String locale(String given, String model, Catalogue catalogue) throws UsageException {
    if (given == null) {
      List<String> known =
          model == null
              ? List.of()
              : catalogue.find(model).map(CatalogueEntry::locales).orElse(List.of());
      if (known.size() != 1) {
        throw new UsageException(
            model == null
                ? "--locale is missing: say what language is spoken, as in --locale=ko-KR."
                : "--locale is missing: the model does not say what language it is for.");
      }
      return known.get(0);
    }
    String locale = Locale.forLanguageTag(given.replace('_', '-')).toLanguageTag();
    if (model == null && catalogue.forLocale(locale).isEmpty()) {
      throw new UsageException(noModel(given, catalogue));
    }
    if (locale.equals("und")) {
      throw new UsageException(
          "--locale must be a language and a region such as ko-KR, not '" + given + "'.");
    }
    return locale;
  }

  private static String noModel(String locale, Catalogue catalogue) {
    List<String> known =
        catalogue.entries().stream()
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
