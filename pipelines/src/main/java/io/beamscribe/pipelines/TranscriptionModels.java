package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Console;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.speech.models.Catalogue;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelStore;
import java.nio.file.Path;

/**
 * The models of a run, fetched where need be.
 *
 * @param speech recognises
 * @param detector finds speech
 * @param locale what the model is taken to hear
 */
record TranscriptionModels(Model speech, Model detector, String locale) {
  private static final String DETECTOR = "silero-vad";

  static TranscriptionModels choose(TranscribeOptions options, Console console)
      throws UsageException {
    try {
      Catalogue catalogue =
          options.getCatalog() == null
              ? Catalogue.builtIn()
              : Catalogue.load(Path.of(options.getCatalog()));
      ModelStore store =
          new ModelStore(catalogue, ModelStore.defaultRoot(), console.err()::println);
      if (options.getLocale() == null && options.getModel() == null) {
        throw new UsageException("--locale is missing: which language is spoken, such as ko-KR?");
      }
      Model speech = store.resolve(options.getModel(), options.getLocale());
      return new TranscriptionModels(speech, store.pull(DETECTOR), locale(options, speech));
    } catch (ModelException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static String locale(TranscribeOptions options, Model speech) throws UsageException {
    if (options.getLocale() != null) {
      return options.getLocale();
    }
    if (speech.locales().size() != 1) {
      throw new UsageException(
          "--locale is missing: " + speech.id() + " does not say which language it hears.");
    }
    return speech.locales().get(0);
  }
}
