// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.models.CallerSettings;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.FileTranscriber;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.SettingsBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Transcribes files while the caller waits. Transcribers that were used last are kept, and with
 * them their models. Thread-safe.
 */
public final class FastTranscriber implements AutoCloseable {
  private static final int MOST_KEPT = 4;

  private final CallerSettings callers;
  private final Places places;
  private final Map<FastRequest, ResultSettings> settings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FastRequest, ResultSettings> eldest) {
          return size() > 64;
        }
      };
  private final Deque<Kept> idle = new ArrayDeque<>();
  private final List<Lease<Engine>> warm = new CopyOnWriteArrayList<>();
  private boolean closed;

  private record Kept(ResultSettings settings, FileTranscriber transcriber) {}

  public FastTranscriber(CallerSettings callers, Places places) {
    this.callers = callers;
    this.places = places;
  }

  /**
   * Transcribes a file.
   *
   * @throws ApiException if the request or the audio is to blame, or too many wait
   */
  public Transcript transcribe(Path file, FastRequest request) {
    return places.work(() -> transcribe(file, settings(request)));
  }

  /** Loads the engine of a request, which stays loaded: nobody has to wait for it. */
  public void warmUp(FastRequest request) throws ModelException, SpeechException {
    warm.add(Engines.shared().lease(settings(request).recognition().engine()));
  }

  private Transcript transcribe(Path file, ResultSettings wanted)
      throws SpeechException, IOException {
    Kept kept = take(wanted);
    boolean whole = false;
    try {
      Transcript transcript = kept.transcriber().transcribe(Places.source(file)).transcript();
      whole = true;
      return transcript;
    } catch (SpeechException e) {
      whole = true; // the file was to blame
      throw e;
    } finally {
      if (whole) {
        giveBack(kept);
      } else {
        kept.transcriber().close();
      }
    }
  }

  private synchronized Kept take(ResultSettings wanted) {
    for (Kept kept : idle) {
      if (kept.settings().equals(wanted)) {
        idle.remove(kept);
        return kept;
      }
    }
    return new Kept(wanted, new FileTranscriber(wanted));
  }

  private void giveBack(Kept kept) {
    @Nullable Kept spare = null;
    synchronized (this) {
      if (closed) {
        spare = kept;
      } else {
        idle.addFirst(kept);
        spare = idle.size() > MOST_KEPT ? idle.removeLast() : null;
      }
    }
    if (spare != null) {
      spare.transcriber().close();
    }
  }

  private ResultSettings settings(FastRequest request) throws ModelException {
    synchronized (settings) {
      ResultSettings known = settings.get(request);
      if (known != null) {
        return known;
      }
    }
    ResultSettings built =
        callers.of(
            request.locales(), request.model(), Task.TRANSCRIBE, builder -> with(request, builder));
    synchronized (settings) {
      settings.put(request, built);
    }
    return built;
  }

  private static SettingsBuilder with(FastRequest request, SettingsBuilder builder) {
    builder
        .channels(request.channels())
        .phrases(request.phrases())
        .diarization(request.maxSpeakers() > 0)
        .profanity(new ProfanityOptions(request.profanity(), List.of(), List.of()));
    return request.maxSpeakers() > 0 ? builder.maxSpeakers(request.maxSpeakers()) : builder;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    warm.forEach(Lease::close);
    idle.forEach(kept -> kept.transcriber().close());
    idle.clear();
  }
}
