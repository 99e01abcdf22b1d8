// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.service.entities.ApiException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.transforms.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for requests whose callers wait: as many are worked on at a time, others wait a while.
 * Thread-safe.
 */
public final class Places {
  private static final int WAIT_SECONDS = 60;

  private final Semaphore free;

  /**
   * @param atOnce number of files at a time
   */
  public Places(int atOnce) {
    this.free = new Semaphore(atOnce, true);
  }

  /** What is done with a file. */
  interface Work<T> {
    T run() throws SpeechException, ModelException, IOException;
  }

  /** The audio in a file of this machine, whose path callers neither know nor are to know. */
  static AudioSource source(Path file) throws IOException {
    return new LocalAudioSource(file, "The audio");
  }

  /**
   * Does some work when there is a place.
   *
   * @throws ApiException if the request or the audio is to blame, or too many wait
   */
  <T> T work(Work<T> work) {
    try {
      if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ApiException.tooMany("Too many files are being transcribed.", 10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable("The service stops.");
    }
    try {
      return work.run();
    } catch (SpeechException e) {
      throw ApiException.unprocessable("InvalidPayload", e.getMessage());
    } catch (ModelException e) {
      throw ApiException.unavailable(e.getMessage());
    } catch (SettingsException e) {
      throw ApiException.invalidParameter("definition", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      free.release();
    }
  }
}
