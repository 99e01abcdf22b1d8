// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.storage.Files;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import io.beamscribe.speech.transcript.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what endpoints hear and recognise, where their owner asked for it. Thread-safe. */
public final class SessionLogs {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLogs.class);
  private static final int PIECE = 64 * 1024;

  private final Files files;
  private final DataFolder folder;

  public SessionLogs(Files files, DataFolder folder) {
    this.files = files;
    this.folder = folder;
  }

  /** The log of a session, if the endpoint keeps any. */
  public Optional<SessionLog> open(Entity endpoint) {
    if (!endpoint.properties().path("loggingEnabled").asBoolean()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SessionLog(endpoint, files, folder));
    } catch (IOException e) {
      LOG.warn("A session of an endpoint is not logged: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps a recording that was recognised as a whole, if the endpoint keeps any. */
  public void keep(Entity endpoint, Path audio, List<Phrase> phrases) {
    Optional<SessionLog> opened = open(endpoint);
    if (opened.isEmpty()) {
      return;
    }
    try (SessionLog log = opened.get();
        LiveAudio samples = LiveAudios.any(log::accept);
        InputStream in = java.nio.file.Files.newInputStream(audio)) {
      byte[] bytes = new byte[PIECE];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        samples.accept(Arrays.copyOf(bytes, count));
      }
      samples.finish();
      phrases.forEach(log::phrase);
    } catch (IOException | SpeechException e) {
      LOG.warn("A recording of an endpoint is not logged: {}", e.getMessage());
    }
  }
}
