// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recogniser that is fed segments as one stream. It adapts to the voice and the room, and keeps
 * the part of the decoding graph that it has composed. Not thread-safe.
 */
final class VoskStream implements AutoCloseable {
  /**
   * The most audio that one recogniser is fed. It grows as it composes its graph, in that time by
   * some 100 MB on speech that the model understands and 260 MB on speech that it does not; a new
   * one has to compose the same parts again.
   */
  static final int LONGEST = 150 * SampleRange.RATE;

  /**
   * Vosk looks for the end of an utterance once per call, and a live stream waits for whole calls,
   * so they must be short: 0.1 s.
   */
  static final int STEP = SampleRange.RATE / 10;

  /** After this many steps of silence one of Vosk's rules has found an endpoint: 1.2 s. */
  private static final int SILENT_STEPS = 12;

  private final VoskRecognizer words;
  private final @Nullable VoskRecognizer readings;
  private final SeededNoise noise;
  private final StreamClock clock = new StreamClock();
  private final Phrases phrases;
  private final float[] step = new float[STEP];
  private long next;

  VoskStream(NativeHandle model, int channel, RecognitionOptions options) throws SpeechException {
    int wanted = options.alternatives();
    noise = SeededNoise.of(channel);
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
      accept(segment.start() + at, count);
    }
    next = segment.start() + segment.samples().length;
  }

  /** Takes the samples in {@code step}; returns whether an utterance has ended. */
  private boolean accept(long position, int count) throws SpeechException {
    noise.addTo(step, count, position);
    boolean ended = words.accept(step, count);
    if (readings != null) {
      readings.accept(step, count);
    }
    if (ended) {
      add(words.result(), readings == null ? null : readings.result());
    }
    return ended;
  }

  /** What was said since the last utterance, as Vosk takes it by now. */
  String partial() throws SpeechException {
    return Utterance.partial(words.partialResult());
  }

  /**
   * Ends the utterance, if Vosk has not, by silence: unlike {@link #finish} that keeps what was
   * learnt of the voice.
   */
  void endUtterance() throws SpeechException {
    boolean ended = partial().isEmpty();
    for (int i = 0; i < SILENT_STEPS && !ended; i++) {
      clock.append(next, STEP);
      Arrays.fill(step, 0);
      ended = accept(next, STEP);
      next += STEP;
    }
    if (!ended) {
      add(words.finalResult(), readings == null ? null : readings.finalResult());
    }
  }

  /** The phrases since the last call. */
  List<Phrase> takePhrases() {
    return phrases.take();
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
