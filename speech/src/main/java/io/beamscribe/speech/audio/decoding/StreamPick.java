// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioStream;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.channels.SignalStatistics;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import io.beamscribe.speech.audio.wav.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the one audio stream of a file that is to be taken.
 *
 * @param channels to mix it to; as many as it has if empty
 * @param limit wall-clock time of a child
 * @param longest bound on the audio
 */
record StreamPick(
    String name,
    Sniffed found,
    AudioStreamChoice choice,
    OptionalInt channels,
    Path folder,
    Duration limit,
    Duration longest) {
  private static final Logger LOG = LoggerFactory.getLogger(StreamPick.class);

  /** Decodes it; the caller closes the spool. */
  ChildRun.Result from(StoredFile file) throws SpeechException, IOException {
    ChildRun.Result result = chosen(file);
    return choice.takesDefault(result.log().streams()) && isSilent(result)
        ? audible(file, result)
        : result;
  }

  /**
   * The chosen stream. The header says which one that is; mostly it is the first, so that is begun,
   * and given up for another.
   */
  private ChildRun.Result chosen(StoredFile file) throws SpeechException, IOException {
    int first = choice.number().orElse(1);
    int wanted;
    try (ChildRun run = run(file, first)) {
      wanted = choice.of(run.streams());
      if (wanted == first) {
        return run.finish();
      }
    }
    try (ChildRun run = run(file, wanted)) {
      return run.finish();
    }
  }

  private ChildRun run(StoredFile file, int stream) throws SpeechException, IOException {
    return new ChildRun(name, found, stream, channels, file, folder, limit, longest);
  }

  /** The first stream that is not silent, in place of one that is; that one if all are. */
  private ChildRun.Result audible(StoredFile file, ChildRun.Result silent) throws IOException {
    for (AudioStream stream : silent.log().streams()) {
      if (stream.number() != silent.stream()) {
        try (ChildRun run = run(file, stream.number())) {
          ChildRun.Result other = run.finish();
          if (!isSilent(other)) {
            silent.spool().close();
            return other;
          }
          other.spool().close();
        } catch (SpeechException e) {
          LOG.debug("Stream {} of {} cannot be decoded", stream.number(), name, e);
        }
      }
    }
    return silent;
  }

  private static boolean isSilent(ChildRun.Result result) throws IOException {
    if (result.log().streams().size() < 2) {
      return false; // there is no choice
    }
    long frames = result.holes().decoded();
    PcmLayout layout =
        new PcmLayout(SampleFormat.S16, result.channels(), SampleRange.RATE, 0, frames, -1);
    SignalStatistics signal = new SignalStatistics(layout);
    Holes none = Holes.none(frames);
    PcmReader.read(none.from(result.spool(), layout.frameBytes(), 0), layout, frames, signal);
    return signal.finish().isSilent();
  }
}
