// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.models.JobOptions;
import io.beamscribe.service.models.ModelChoices;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The models that turns use, shared by all of them and kept for those that follow. Thread-safe. */
final class LiveModels {
  private static final int KEPT = 4;

  private final JobOptions options;
  private final ModelChoices choices;
  private final ModelFolders folders;
  private final @Nullable String catalog;
  private final Leases<Wanted, LiveTranscriber> open =
      new Leases<>(Retention.upTo(KEPT, transcriber -> 1), LiveTranscriber::close);

  /** What has been chosen before: to choose again would look whether there are better models. */
  private final Map<Wanted, RecognitionSettings> chosen = new ConcurrentHashMap<>();

  /**
   * @param languages one that is spoken, or several to choose from; none for any
   */
  private record Wanted(List<String> languages, Optional<String> model, Task task) {}

  /**
   * @param catalog of models; null for the built-in one
   */
  LiveModels(
      JobOptions options, ModelChoices choices, ModelFolders folders, @Nullable String catalog) {
    this.options = options;
    this.choices = choices;
    this.folders = folders;
    this.catalog = catalog;
  }

  /**
   * Leases the model of a turn, loading it first if no other turn has it.
   *
   * @throws ApiException if there is none, or it cannot be loaded
   */
  Lease<LiveTranscriber> lease(TurnSettings turn) {
    Wanted wanted =
        new Wanted(
            turn.languages(),
            turn.model()
                .map(
                    id ->
                        folders
                            .of(id)
                            .orElseThrow(
                                () -> ApiException.notFound("There is no model " + id + "."))),
            turn.targets().isEmpty() ? Task.TRANSCRIBE : Task.TRANSLATE);
    try {
      return open.acquire(wanted, () -> new LiveTranscriber(settings(wanted)));
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable("The service stops.");
    }
  }

  private static ApiException refusal(@Nullable Throwable cause) {
    if (cause instanceof SettingsException || cause instanceof IllegalArgumentException) {
      return ApiException.invalidParameter("language", String.valueOf(cause.getMessage()));
    }
    if (cause instanceof ModelException || cause instanceof SpeechException) {
      return ApiException.unavailable(String.valueOf(cause.getMessage()));
    }
    throw new IllegalStateException(cause);
  }

  private RecognitionSettings settings(Wanted wanted) throws ModelException {
    RecognitionSettings known = chosen.get(wanted);
    if (known != null) {
      return known;
    }
    String locale = wanted.languages().size() == 1 ? wanted.languages().get(0) : "auto";
    SettingsBuilder builder =
        SettingsBuilder.output("unused").storage(options.copy()).locale(locale).task(wanted.task());
    if (wanted.languages().size() > 1) {
      builder.candidateLocales(wanted.languages());
    }
    if (wanted.task() == Task.TRANSCRIBE) {
      wanted.model().or(() -> choices.of(locale)).ifPresent(builder::model);
    }
    if (catalog != null) {
      builder.catalog(catalog);
    }
    RecognitionSettings built = builder.build().results().recognition();
    if (wanted.model().isEmpty() && wanted.task() == Task.TRANSCRIBE) {
      choices.remember(locale, built.modelId());
    }
    chosen.put(wanted, built);
    return built;
  }
}
