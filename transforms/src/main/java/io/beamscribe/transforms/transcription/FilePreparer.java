// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.decoding.Sha256;
import io.beamscribe.speech.engines.EarlyEngine;
import io.beamscribe.speech.engines.EngineLeases;
import io.beamscribe.speech.transcription.AudioTools;
import io.beamscribe.speech.transcription.FileCutter;
import io.beamscribe.speech.transcription.OpenedFile;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.output.ResultStore;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import io.beamscribe.transforms.telemetry.LogContext;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Opens a listed file and cuts it into blocks, unless it is not audio or was finished under another
 * version. {@link FileCutter} does the cutting; this adds the checks against storage. Not
 * thread-safe.
 */
@Internal
public final class FilePreparer implements AutoCloseable {
  private final Counter known = Metrics.counter(MetricNames.NAMESPACE, MetricNames.AUDIO_KNOWN);
  private final Counter ignored = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_IGNORED);
  private final TranscriptionSettings settings;
  private final AudioTools tools;
  private final EarlyEngine engine;
  private final EngineLeases engines;
  private final ResultSettings here;
  private final FileCutter cutter;
  private final FinishedFiles finished;
  private final ResultStore store;

  public FilePreparer(TranscriptionSettings settings) {
    this.settings = settings;
    here = WorkerModels.here(settings);
    tools = AudioTools.lease(here.recognition());
    engine = new EarlyEngine(here.recognition().engine());
    engines = new EngineLeases();
    cutter = new FileCutter(here, tools, engines);
    finished = new FinishedFiles(settings);
    store = new ResultStore(settings.output());
  }

  /**
   * Prepares a file.
   *
   * @throws IOException if storage or an engine is unavailable
   */
  public Attempt<PreparedFile> prepare(AudioFile file) throws IOException {
    try (LogContext context = LogContext.of(settings.run().id(), file)) {
      return Attempt.of(file, () -> cut(file));
    }
  }

  private PreparedFile cut(AudioFile file) throws SpeechException, IOException {
    Optional<FileOutcome> end = finishedBefore(file);
    if (end.isPresent()) {
      return new PreparedFile(List.of(), end);
    }
    Optional<OpenedFile> opened = open(file);
    if (opened.isEmpty()) {
      ignored.inc();
      return PreparedFile.IGNORED;
    }
    engine.begin();
    try (OpenedFile audio = opened.get()) {
      known.inc(audio.profile().facts().durationMilliseconds());
      return new PreparedFile(
          audio.blocks().stream().map(block -> new AudioBlock(file, block)).toList(),
          Optional.empty());
    }
  }

  /** Comparing bytes costs far less than decoding them, let alone recognising. */
  private Optional<FileOutcome> finishedBefore(AudioFile file) throws SpeechException, IOException {
    Optional<String> known = store.of(() -> finished.sha256(file));
    return known.isPresent()
            && known.get().equals(Sha256.of(new StoredAudio(file, settings.storage())))
        ? store.of(() -> finished.find(file, known.get()))
        : Optional.empty();
  }

  /**
   * A file that only a pattern matched may not be audio; one that was named, or has an audio
   * extension, must be.
   */
  private Optional<OpenedFile> open(AudioFile file) throws SpeechException {
    StoredAudio source = new StoredAudio(file, settings.storage());
    return file.named() || AudioNames.isAudioName(file.path())
        ? Optional.of(cutter(file).open(source))
        : cutter(file).openIfAudio(source);
  }

  private FileCutter cutter(AudioFile file) {
    return file.choice() == null ? cutter : new FileCutter(file.settings(here), tools, engines);
  }

  @Override
  public void close() {
    engines.close();
    engine.close();
    tools.close();
  }
}
