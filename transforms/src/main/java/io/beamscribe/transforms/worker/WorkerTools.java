package io.beamscribe.transforms.worker;

import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.speakers.block.VoiceEmbedder;
import io.beamscribe.transforms.settings.DiarizationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What all threads of a worker share beside the engine: the decoder with its spool, the speech
 * detector, and the listeners to voices. Made at first use and kept while any DoFn holds a lease.
 */
public final class WorkerTools {
  private static final ConcurrentMap<String, Shared> SHARED = new ConcurrentHashMap<>();

  private WorkerTools() {}

  /** A share in the decoder and the detector; given back by closing, once. */
  public static Lease lease(String detectorFolder) {
    return new Lease(
        detectorFolder,
        SHARED.compute(
            detectorFolder,
            (folder, shared) -> {
              Shared now = shared == null ? Shared.open(folder) : shared;
              now.leases++;
              return now;
            }));
  }

  /** One DoFn's share. */
  public static final class Lease implements AutoCloseable {
    private final String key;
    private Shared shared;

    private Lease(String key, Shared shared) {
      this.key = key;
      this.shared = shared;
    }

    public AudioDecoder decoder() {
      return shared.decoder;
    }

    public SpeechDetector detector() {
      return shared.detector;
    }

    /** The listener of a diarization, loaded when it is first asked for. */
    public VoiceEmbedder listener(DiarizationSettings diarization) {
      return shared.listeners.computeIfAbsent(diarization, Shared::listener);
    }

    @Override
    public void close() {
      if (shared == null) {
        return;
      }
      shared = null;
      SHARED.computeIfPresent(
          key,
          (folder, held) -> {
            held.leases--;
            if (held.leases > 0) {
              return held;
            }
            held.close();
            return null;
          });
    }
  }

  private static final class Shared {
    private final AudioDecoder decoder;
    private final SpeechDetector detector;
    private final ConcurrentMap<DiarizationSettings, VoiceEmbedder> listeners =
        new ConcurrentHashMap<>();
    private int leases;

    private Shared(AudioDecoder decoder, SpeechDetector detector) {
      this.decoder = decoder;
      this.detector = detector;
    }

    static Shared open(String detectorFolder) {
      try {
        return new Shared(
            new AudioDecoder(AudioOptions.defaults()), new SpeechDetector(Path.of(detectorFolder)));
      } catch (IOException e) {
        throw new UncheckedIOException("The speech detector cannot be loaded.", e);
      }
    }

    private static VoiceEmbedder listener(DiarizationSettings diarization) {
      try {
        return new VoiceEmbedder(
            Path.of(diarization.segmentationFolder()), Path.of(diarization.voicesFolder()));
      } catch (IOException e) {
        throw new UncheckedIOException("The models of voices cannot be loaded.", e);
      }
    }

    void close() {
      listeners.values().forEach(VoiceEmbedder::close);
      detector.close();
      decoder.close();
    }
  }
}
