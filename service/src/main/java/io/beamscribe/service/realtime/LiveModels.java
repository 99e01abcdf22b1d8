// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.models.CallerSettings;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.pronunciation.PronunciationAssessor;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.transforms.settings.SettingsBuilder;
import io.beamscribe.transforms.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The models that turns use, shared by all of them and kept for those that follow. Thread-safe. */
final class LiveModels implements AutoCloseable {
  private static final int KEPT = 4;

  private final CallerSettings callers;
  private final ModelFolders folders;
  private final Leases<Wanted, LiveTranscriber> open =
      new Leases<>(Retention.upTo(KEPT, transcriber -> 1), LiveTranscriber::close);

  /**
   * @param languages one that is spoken, or several to choose from; none for any
   * @param assessed whether the engine has to show what it made of the audio, which one in a
   *     process of its own cannot
   */
  private record Wanted(
      List<String> languages,
      Optional<String> model,
      Task task,
      boolean speakers,
      boolean assessed) {
    SettingsBuilder apply(SettingsBuilder settings) {
      settings.diarization(speakers);
      return assessed ? settings.isolation(Isolation.NONE) : settings;
    }
  }

  LiveModels(CallerSettings callers, ModelFolders folders) {
    this.callers = callers;
    this.folders = folders;
  }

  /**
   * Leases the model of a turn, loading it first if no other turn has it.
   *
   * @param owner the account of the caller
   * @throws ApiException if there is none, or it cannot be loaded
   */
  Lease<LiveTranscriber> lease(String owner, TurnSettings turn) {
    Wanted wanted = wanted(owner, turn);
    try {
      return open.acquire(
          wanted,
          () ->
              new LiveTranscriber(
                  callers.of(wanted.languages(), wanted.model(), wanted.task(), wanted::apply)));
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable("The service stops.");
    }
  }

  /** Closes the models, those of turns as soon as these have ended. */
  @Override
  public void close() {
    open.close();
  }

  private Wanted wanted(String owner, TurnSettings turn) {
    Task task = turn.targets().isEmpty() ? Task.TRANSCRIBE : Task.TRANSLATE;
    boolean assessed = turn.pronunciation().isPresent();
    if (turn.endpoint().isEmpty()) {
      Optional<String> fitted =
          turn.pronunciation()
              .flatMap(asked -> PronunciationAssessor.model(turn.languages().get(0)));
      return new Wanted(turn.languages(), fitted, task, turn.speakers(), assessed);
    }
    Entity endpoint =
        folders
            .endpoint(owner, turn.endpoint().get())
            .orElseThrow(() -> ApiException.notFound("There is no such endpoint."));
    return new Wanted(
        List.of(endpoint.locale()),
        endpoint.reference("model").flatMap(folders::of),
        task,
        turn.speakers(),
        assessed);
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
}
