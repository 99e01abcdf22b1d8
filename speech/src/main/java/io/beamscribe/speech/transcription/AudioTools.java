// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.speakers.block.VoiceEmbedder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One user's leases of what all threads of a process share besides the engine: the decoder with its
 * spool, the speech detector, and the models of voices. Not thread-safe.
 */
public final class AudioTools implements AutoCloseable {
  private static final Leases<String, SpeechDetector> DETECTORS =
      new Leases<>(Retention.none(), SpeechDetector::close);
  private static final Leases<VoiceModels, VoiceEmbedder> EMBEDDERS =
      new Leases<>(Retention.none(), VoiceEmbedder::close);

  private final Lease<SpeechDetector> detector;
  private final AudioDecoder decoder;
  private @Nullable Lease<VoiceEmbedder> embedder;

  private record VoiceModels(String segmentation, String embedding) {}

  private AudioTools(Lease<SpeechDetector> detector, AudioDecoder decoder) {
    this.detector = detector;
    this.decoder = decoder;
  }

  /** Leases the decoder of default streams and the detector, until closed. */
  public static AudioTools lease(String detectorFolder) {
    return lease(detectorFolder, AudioStreamChoice.DEFAULT);
  }

  /** Leases the decoder and the detector, until closed. */
  public static AudioTools lease(RecognitionSettings settings) {
    return lease(settings.detectorFolder(), settings.audioStream());
  }

  private static AudioTools lease(String detectorFolder, AudioStreamChoice stream) {
    Lease<SpeechDetector> detector =
        acquire(
            DETECTORS,
            detectorFolder,
            () -> new SpeechDetector(Path.of(detectorFolder)),
            "The speech detector cannot be loaded.");
    return new AudioTools(detector, new AudioDecoder(AudioOptions.defaults().withStream(stream)));
  }

  /** The decoder; do not close it. */
  public AudioDecoder decoder() {
    return decoder;
  }

  /** The speech detector; do not close it. */
  public SpeechDetector detector() {
    return detector.value();
  }

  /** The embedder of voices for a run, loaded on first use. */
  public VoiceEmbedder embedder(DiarizationSettings diarization) {
    if (embedder == null) {
      VoiceModels models =
          new VoiceModels(diarization.segmentationFolder(), diarization.voicesFolder());
      embedder =
          acquire(
              EMBEDDERS,
              models,
              () -> new VoiceEmbedder(Path.of(models.segmentation), Path.of(models.embedding)),
              "The models of voices cannot be loaded.");
    }
    return embedder.value();
  }

  private static <K, V> Lease<V> acquire(
      Leases<K, V> leases, K key, Callable<V> load, String failure) {
    try {
      return leases.acquire(key, load);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io
          ? new UncheckedIOException(failure, io)
          : new IllegalStateException(failure, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw new UncheckedIOException(failure, interrupted);
    }
  }

  @Override
  public void close() {
    if (embedder != null) {
      embedder.close();
    }
    decoder.close();
    detector.close();
  }
}
