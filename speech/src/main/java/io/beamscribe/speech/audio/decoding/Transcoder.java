// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.channels.SignalStatistics;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import io.beamscribe.speech.audio.wav.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a file of any kind to 16-bit samples at {@link SampleRange#RATE} Hz, all channels of one
 * of its audio streams, by an ffmpeg child. The child gets the file as its standard input and may
 * open nothing else. Thread-safe.
 */
final class Transcoder {
  private static final Logger LOG = LoggerFactory.getLogger(Transcoder.class);

  private final AudioOptions options;

  Transcoder(AudioOptions options) {
    this.options = options;
  }

  /** Decodes a whole file; the caller closes the result. */
  Decoded decode(AudioSource source, AudioKind kind) throws SpeechException {
    Path folder = Path.of(options.spoolFolder());
    try (StoredFile file = StoredFile.of(source, folder)) {
      return new Work(source, kind, file, folder).decode();
    } catch (IOException e) {
      throw new SpeechException(ErrorKind.TRANSIENT, diskSentence(source.name(), e), e);
    }
  }

  /** The work on one file. */
  private final class Work {
    private final AudioSource source;
    private final AudioKind kind;
    private final StoredFile file;
    private final Path folder;
    private final Duration limit;

    Work(AudioSource source, AudioKind kind, StoredFile file, Path folder) {
      this.source = source;
      this.kind = kind;
      this.file = file;
      this.folder = folder;
      this.limit = options.minDecodeTime().plusSeconds(source.size() / 50_000);
    }

    Decoded decode() throws SpeechException, IOException {
      ChildRun.Result result = chosen();
      if (options.stream().isDefault() && isSilent(result)) {
        result = audible(result);
      }
      try {
        PcmLayout layout = layout(result);
        Decoded.Origin origin = Origins.of(result, kind, layout, file, limit);
        return new Decoded(result.spool(), result.holes(), layout, file.sha256(), origin);
      } catch (Throwable e) {
        result.spool().close();
        throw e;
      }
    }

    /**
     * Decodes the stream that is to be taken. The header says which one that is; mostly it is the
     * first, so that is begun, and given up for another.
     */
    private ChildRun.Result chosen() throws SpeechException, IOException {
      int first = options.stream().number().orElse(1);
      int wanted;
      try (ChildRun run = run(first)) {
        wanted = options.stream().of(run.streams());
        if (wanted == first) {
          return run.finish();
        }
      }
      try (ChildRun run = run(wanted)) {
        return run.finish();
      }
    }

    private ChildRun run(int stream) throws SpeechException, IOException {
      return new ChildRun(source.name(), kind, stream, file, folder, limit, options.maxDuration());
    }

    /** The first stream that is not silent, in place of one that is; that one if all are. */
    private ChildRun.Result audible(ChildRun.Result silent) throws IOException {
      for (AudioStream stream : silent.log().streams()) {
        if (stream.number() != silent.stream()) {
          try (ChildRun run = run(stream.number())) {
            ChildRun.Result other = run.finish();
            if (!isSilent(other)) {
              silent.spool().close();
              return other;
            }
            other.spool().close();
          } catch (SpeechException e) {
            LOG.debug("Stream {} of {} cannot be decoded", stream.number(), source.name(), e);
          }
        }
      }
      return silent;
    }
  }

  private static boolean isSilent(ChildRun.Result result) throws IOException {
    if (result.log().streams().size() < 2) {
      return false; // nobody needs to know
    }
    PcmLayout layout = layout(result);
    SignalStatistics signal = new SignalStatistics(layout);
    PcmReader.read(result.spool().from(0), layout, result.holes().decoded(), signal);
    return signal.finish().isSilent();
  }

  private static PcmLayout layout(ChildRun.Result result) {
    return new PcmLayout(
        SampleFormat.S16, result.channels(), SampleRange.RATE, 0, result.holes().frames(), -1);
  }

  private static String diskSentence(String name, IOException e) {
    String reason = String.valueOf(e.getMessage());
    boolean full = reason.contains("No space left") || reason.contains("quota exceeded");
    return full
        ? "The disk with the spool folder has no room for the decoded audio of " + name + "."
        : "Reading or decoding " + name + " failed: " + reason + ".";
  }
}
