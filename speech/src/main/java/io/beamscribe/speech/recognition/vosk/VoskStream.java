// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recogniser that is fed segments as one stream. It adapts to the voice and the room, and keeps
 * the part of the decoding graph that it has composed. Not thread-safe.
 */
final class VoskStream implements AutoCloseable {
  /** Vosk looks for the end of an utterance once per call, so the calls must be short: 0.25 s. */
  private static final int STEP = 4000;

  /**
   * Standard deviation of the noise in steps of 16 bits, -84 dB of full scale; Kaldi's own dither
   * has 1.
   */
  private static final float NOISE = 2;

  private final VoskRecognizer words;
  private final @Nullable VoskRecognizer readings;
  private final SeededNoise noise;
  private final StreamClock clock = new StreamClock();
  private final Phrases phrases;
  private final float[] step = new float[STEP];

  VoskStream(NativeHandle model, int channel, RecognitionOptions options) throws SpeechException {
    int wanted = options.alternatives();
    noise = new SeededNoise(channel, NOISE);
    phrases = new Phrases(channel, options.language().known().orElse(null), wanted);
    words = new VoskRecognizer(model, 0);
    VoskRecognizer other = null;
    try {
      // Word confidences come only without alternatives: a second recogniser gets the same samples,
      // so it ends its utterances with the first, and gives the alternatives.
      other = wanted > 1 ? new VoskRecognizer(model, NBest.paths(wanted)) : null;
    } finally {
      if (wanted > 1 && other == null) {
        words.close();
      }
    }
    readings = other;
  }

  void accept(SpeechSegment segment) throws SpeechException {
    clock.append(segment.start(), segment.samples().length);
    for (int at = 0; at < segment.samples().length; at += STEP) {
      int count = Math.min(STEP, segment.samples().length - at);
      System.arraycopy(segment.samples(), at, step, 0, count);
      noise.addTo(step, count, segment.start() + at);
      boolean ended = words.accept(step, count);
      if (readings != null) {
        readings.accept(step, count);
      }
      if (ended) {
        add(words.result(), readings == null ? null : readings.result());
      }
    }
  }

  /** Returns all phrases; ends the stream. */
  List<Phrase> finish() throws SpeechException {
    add(words.finalResult(), readings == null ? null : readings.finalResult());
    return phrases.asList();
  }

  private void add(String result, @Nullable String read) throws SpeechException {
    phrases.add(Utterance.parse(result, read, clock));
  }

  @Override
  public void close() {
    words.close();
    if (readings != null) {
      readings.close();
    }
  }
}
