// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.recognition;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.storage.Files;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.WavOutput;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one session of an endpoint hears and recognises: kept, when it is closed, as a WAV file and
 * a result beside it. A log that cannot be written costs itself, never the session. For one thread
 * at a time.
 */
public final class SessionLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Entity endpoint;
  private final Files files;
  private final DataFolder folder;
  private final Instant begin = Instant.now();
  private final List<Phrase> phrases = new ArrayList<>();
  private final Path audio;
  private final OutputStream out;
  private long samples;
  private boolean closed;

  SessionLog(Entity endpoint, Files files, DataFolder folder) throws IOException {
    this.endpoint = endpoint;
    this.files = files;
    this.folder = folder;
    this.audio = folder.temporary();
    this.out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(audio));
    out.write(WavOutput.header(1, 0));
  }

  /** Takes the next samples, at 16 kHz. */
  public void accept(float[] more, int count) {
    if (closed) {
      return;
    }
    try {
      for (int i = 0; i < count; i++) {
        short sample = WavOutput.sample(more[i]);
        out.write(sample);
        out.write(sample >> 8);
      }
      samples += count;
    } catch (IOException e) {
      giveUp(e);
    }
  }

  /** Takes a phrase, which is final. */
  public void phrase(Phrase phrase) {
    phrases.add(phrase);
  }

  private void giveUp(Exception failure) {
    LOG.warn("A session of an endpoint is not logged: {}", failure.getMessage());
    closed = true;
    try (out) {
      java.nio.file.Files.deleteIfExists(audio);
    } catch (IOException e) {
      LOG.warn("What is left of it is deleted at the next start: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    try {
      out.close();
      if (samples > 0) {
        keep();
      }
      java.nio.file.Files.deleteIfExists(audio);
      closed = true;
    } catch (IOException | RuntimeException e) {
      giveUp(e); // the disk is full, or the endpoint was deleted
    }
  }

  private void keep() throws IOException {
    try (RandomAccessFile header = new RandomAccessFile(audio.toFile(), "rw")) {
      header.write(WavOutput.header(1, samples));
    }
    String name = TIME.format(begin) + "__" + UUID.randomUUID();
    long duration = samples * 1000 / SampleRange.RATE;
    Transcript transcript =
        new Transcript(name + ".wav", begin, duration, List.of(0), phrases, null);
    Path kept = folder.files(endpoint.id());
    Path recording = kept.resolve(name + ".wav");
    Path result = kept.resolve(name + ".v2.json");
    boolean whole = false;
    try {
      java.nio.file.Files.move(audio, recording);
      folder.write(result, TranscriptJson.write(transcript, FormatOptions.DEFAULT));
      files.add(
          List.of(
              file(recording, "Audio", "_wav", duration),
              file(result, "Transcription", "_v2_json", duration)));
      whole = true;
    } finally {
      if (!whole) {
        java.nio.file.Files.deleteIfExists(recording);
        java.nio.file.Files.deleteIfExists(result);
      }
    }
  }

  private StoredFile file(Path file, String kind, String suffix, long duration) throws IOException {
    String name = file.getFileName().toString();
    return new StoredFile(
        DAY.format(begin) + "_" + name.substring(0, name.indexOf('.')) + suffix,
        endpoint.id(),
        endpoint.owner(),
        name,
        kind,
        java.nio.file.Files.size(file),
        begin,
        folder.location(file),
        duration);
  }
}
