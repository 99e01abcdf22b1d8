// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that a worker has in memory, with the model that they share. Runners move keys
 * between threads, so all threads of a run see the same ones. Thread-safe.
 */
final class OpenSessions implements AutoCloseable {
  private static final Leases<Of, OpenSessions> ALL =
      new Leases<>(Retention.none(), OpenSessions::close);

  private final LiveTranscriber transcriber;
  private final TextOptions text;
  private final int most;

  /** The longest unused first. */
  private final Map<String, OpenSession> open = new LinkedHashMap<>(16, 0.75f, true);

  private record Of(String run, int most) {}

  private OpenSessions(ResultSettings settings, int most) throws SpeechException {
    this.transcriber = new LiveTranscriber(settings);
    this.text = settings.text();
    this.most = most;
  }

  /**
   * Leases those of a run, loading the model if nobody has them.
   *
   * @param most how many are in memory at a time; others are recognised anew from what is not final
   */
  static Lease<OpenSessions> lease(TranscriptionSettings settings, int most) {
    try {
      return ALL.acquire(
          new Of(settings.run().id(), most),
          () -> new OpenSessions(WorkerModels.here(settings), most));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The model cannot be loaded.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the model is loaded.", e);
    }
  }

  /** The session of a key, if it is in memory and at a position. */
  synchronized @Nullable OpenSession find(String key, long position) {
    OpenSession session = open.get(key);
    return session != null && session.isAt(position) ? session : null;
  }

  /** Whether a session is in memory at a position, or can be without another one leaving. */
  synchronized boolean hasRoom(String key, long position) {
    return open.size() < most || find(key, position) != null;
  }

  /** Begins a session of a key at a position, in place of the one that there may be. */
  OpenSession begin(String key, long position) throws SpeechException {
    OpenSession session = new OpenSession(position, transcriber, text);
    synchronized (this) {
      close(open.put(key, session));
      Iterator<OpenSession> oldest = open.values().iterator();
      while (open.size() > most) {
        close(oldest.next());
        oldest.remove();
      }
    }
    return session;
  }

  /** Ends the session of a key, if there is one. */
  synchronized void end(String key) {
    close(open.remove(key));
  }

  private static void close(@Nullable OpenSession session) {
    if (session != null) {
      session.close();
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(OpenSession::close);
    open.clear();
    transcriber.close();
  }
}
