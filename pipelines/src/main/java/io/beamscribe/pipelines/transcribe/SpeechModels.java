package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.recognition.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the model that hears speech where only some engines will do. */
final class SpeechModels {
  /** The engine whose models tell languages apart and translate. */
  private static final String MULTILINGUAL = "whisper";

  private final Catalogue catalogue;
  private final ModelStore store;

  SpeechModels(Catalogue catalogue, ModelStore store) {
    this.catalogue = catalogue;
    this.store = store;
  }

  /**
   * The model of a run.
   *
   * @param named what the user named; null for the best that can be had
   * @param locale of the audio, or {@code auto}
   */
  Model choose(String named, String locale, Task task) throws UsageException, ModelException {
    boolean auto = locale.equals(LanguagePlan.AUTO);
    if (!auto && task == Task.TRANSCRIBE) {
      return store.resolve(named, locale);
    }
    String need = auto ? "--locale=auto" : "--task=translate";
    if (named == null) {
      return multilingual(locale, need);
    }
    Optional<CatalogueEntry> entry = catalogue.find(named);
    if (entry.isPresent()) {
      requireMultilingual(named, entry.get().engine(), need);
      return store.pull(named);
    }
    Model model = store.resolve(named, auto ? "und" : locale);
    requireMultilingual(model.id(), model.engine(), need);
    return model;
  }

  /** A model that hears one language of a run in place of the run's own. */
  Model forLanguage(String named, String locale, Task task) throws UsageException, ModelException {
    Model model = store.resolve(named, locale);
    if (task == Task.TRANSLATE) {
      requireMultilingual(model.id(), model.engine(), "--task=translate");
    }
    return model;
  }

  private Model multilingual(String locale, String need) throws ModelException {
    boolean auto = locale.equals(LanguagePlan.AUTO);
    List<CatalogueEntry> known = auto ? catalogue.entries() : catalogue.forLocale(locale);
    List<String> passedOver = new ArrayList<>();
    for (CatalogueEntry entry : known) {
      // One that hears one language only has nothing to tell it from.
      if (!entry.engine().equals(MULTILINGUAL)
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
            ? "The catalogue has no model for %s; name one with --model.".formatted(need)
            : "No model for %s can be had: %s.".formatted(need, String.join("; ", passedOver)));
  }

  private static String reason(String need, List<String> passedOver) {
    String why = "it is the catalogue's choice for " + need;
    return passedOver.isEmpty() ? why : why + " (" + String.join("; ", passedOver) + ")";
  }

  private static void requireMultilingual(String model, String engine, String need)
      throws UsageException {
    if (!engine.equals(MULTILINGUAL)) {
      throw new UsageException(
          "%s needs a model of the engine %s: %s hears one language and writes it down."
              .formatted(need, MULTILINGUAL, model));
    }
  }
}
