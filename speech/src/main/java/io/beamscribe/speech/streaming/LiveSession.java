// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static io.beamscribe.speech.activity.ActivityOptions.samples;
import static io.beamscribe.speech.activity.SpeechDetector.WINDOW;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.ActivityOptions;
import io.beamscribe.speech.activity.DetectorStream;
import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Finds utterances in samples that come, and has them recognised while they are spoken. What is
 * final depends on the samples alone, not on how they were divided or how fast they came, as long
 * as they are recognised as fast as they were spoken. Not thread-safe, and without threads of its
 * own.
 */
public final class LiveSession implements AutoCloseable {
  /** So much speech begins an utterance: less is a click. Counted in windows. */
  private static final int ONSET = 2;

  /** Silence after certain speech at which the recogniser is told that there is a pause. */
  private static final Duration PAUSE = Duration.ofMillis(192);

  private final DetectorStream detector;
  private final ActivityOptions activity;
  private final EndPointing ends;
  private final Recognizers recognizers;
  private final PhraseSpeakers speakers;
  private final LiveListener listener;
  private final int channel;

  private final float[] window = new float[WINDOW];
  private int filled;

  /** Samples before speech that are recognised with it. */
  private final LeadIn padding;

  /** Position after the last window that was taken. */
  private long position;

  /** Windows in a row that may be the begin of an utterance. */
  private int likely;

  private final UnfinalSpeech said = new UnfinalSpeech();

  /** Position up to which the recogniser has samples: it takes one long chunk, not many windows. */
  private long given;

  private RecognitionStream recognizer;
  private Runnable onClose = () -> {};
  private boolean speaking;
  private boolean spoken;
  private boolean silenceReported;

  /** End of the last window with speech. */
  private long lastSpeech;

  /** End of the last window that certainly is speech. */
  private long lastCertain;

  /** Opens recognisers of the session. */
  interface Recognizers {
    RecognitionStream open() throws SpeechException;
  }

  /**
   * @param detector stays open while the session lasts
   * @param activity what counts as speech for the engine
   * @param recognizers one at a time, of which the last is closed with the session
   * @param speakers of the session alone
   * @param channel of the phrases
   */
  LiveSession(
      SpeechDetector detector,
      ActivityOptions activity,
      EndPointing ends,
      Recognizers recognizers,
      PhraseSpeakers speakers,
      int channel,
      LiveListener listener)
      throws SpeechException {
    this.detector = new DetectorStream(detector);
    this.activity = activity;
    this.ends = ends;
    this.recognizers = recognizers;
    this.speakers = speakers;
    this.recognizer = recognizers.open();
    this.channel = channel;
    this.listener = listener;
    this.padding = new LeadIn((samples(activity.padding()) + WINDOW - 1) / WINDOW + ONSET);
  }

  /**
   * Takes the next samples.
   *
   * @param samples mono, 16 kHz, in the scale of 16-bit integers
   * @throws SpeechException if the engine fails on an utterance; the session may go on
   */
  public void accept(float[] samples, int count) throws SpeechException {
    for (int at = 0; at < count; ) {
      int part = Math.min(WINDOW - filled, count - at);
      System.arraycopy(samples, at, window, filled, part);
      filled += part;
      at += part;
      if (filled == WINDOW) {
        filled = 0;
        position += WINDOW;
        take();
      }
    }
    give();
  }

  /** Position of the next sample. */
  public long position() {
    return position + filled;
  }

  /**
   * Position before which all is final or silent: a session that is given the samples from there on
   * goes on as this one does, with an engine that does not hear what was said before again.
   */
  public long settled() {
    return speaking ? said.start() : Math.max(0, position - padding.length());
  }

  /** Ends the input: what was said becomes final. */
  public void finish() throws SpeechException {
    if (filled > 0) {
      int rest = filled;
      Arrays.fill(window, rest, WINDOW, 0);
      filled = 0;
      position += WINDOW;
      take();
      position += rest - WINDOW;
    }
    endUtterance();
  }

  /** Ends the utterance that is being spoken, if any. */
  public void endUtterance() throws SpeechException {
    if (speaking) {
      speaking = false;
      likely = 0;
      try {
        if (!endsWithPause()) {
          give(said.end());
        }
        report(recognizer.endUtterance().finals(), given);
      } finally {
        padding.begin(said.between(Math.min(given, said.end()), said.end()));
        said.begin(position);
        given = position;
        listener.speechEnded(Math.min(lastSpeech, position()));
      }
    }
  }

  private void take() throws SpeechException {
    float probability = detector.next(window);
    if (speaking) {
      speech(probability);
    } else {
      silence(probability);
    }
  }

  private void silence(float probability) throws SpeechException {
    padding.add(window);
    likely = probability >= activity.onset() ? likely + 1 : 0;
    if (likely >= ONSET) {
      speaking = true;
      spoken = true;
      lastSpeech = position;
      lastCertain = position;
      int known = (int) Math.min(padding.length(), position);
      given = position - known;
      listener.speechStarted(position - (long) ONSET * WINDOW);
      said.begin(given);
      said.add(padding.samples(), padding.length() - known, known, probability);
    } else if (!spoken
        && !silenceReported
        && !ends.initialSilence().isZero()
        && position >= samples(ends.initialSilence())) {
      silenceReported = true;
      listener.initialSilence(position);
    }
  }

  private void speech(float probability) throws SpeechException {
    if (probability >= activity.offset()) {
      lastSpeech = position;
    }
    if (probability >= activity.onset()) {
      lastCertain = position;
    }
    said.add(window, 0, WINDOW, probability);
    Duration spoken = Duration.ofMillis(SampleRange.millis(lastSpeech - said.start()));
    if (position - lastSpeech >= samples(ends.silenceAfter(spoken))) {
      endUtterance();
    } else if (isTooLong()) {
      cutUtterance();
    } else if (recognizer.takesPauses()
        && given <= lastCertain
        && position - lastCertain >= samples(PAUSE)) {
      pause();
    }
  }

  /** Whether the recogniser has all that was said, and was told of the pause after it. */
  private boolean endsWithPause() {
    return recognizer.takesPauses() && given > lastCertain && lastSpeech <= given;
  }

  /** Has what was said heard at a pause, without waiting for its end. */
  private void pause() throws SpeechException {
    give();
    SpeechSegment silence = segment(given, said.end());
    given = said.end();
    report(recognizer.pause(silence));
  }

  private boolean isTooLong() {
    return said.end() - said.start() >= samples(ends.longest());
  }

  /**
   * Ends the utterance where that hurts least, which lies behind. What a recogniser has been given
   * cannot be taken back, so another one hears it up to there.
   */
  private void cutUtterance() throws SpeechException {
    give();
    if (!isTooLong()) {
      return; // the engine has found an end itself
    }
    long cut = said.quietest();
    recognizer.close();
    recognizer = recognizers.open();
    StreamResult heard = recognizer.accept(segment(said.start(), cut));
    report(recognizer.endUtterance().after(heard).finals(), cut);
    given = cut;
    listener.speechEnded(cut);
    listener.speechStarted(cut);
    give();
  }

  private SpeechSegment segment(long from, long to) {
    return new SpeechSegment(channel, from, said.between(from, to));
  }

  /** Gives the recogniser what was said; where it is told of pauses, what comes after with them. */
  private void give() throws SpeechException {
    give(recognizer.takesPauses() ? lastCertain : said.end());
  }

  private void give(long to) throws SpeechException {
    if (to > given) {
      SpeechSegment next = segment(given, to);
      given = to;
      report(recognizer.accept(next));
    }
  }

  private void report(StreamResult result) throws SpeechException {
    if (!result.finals().isEmpty()) {
      Phrase last = result.finals().get(result.finals().size() - 1);
      report(result.finals(), last.endMilliseconds() * SampleRange.RATE / 1000);
    }
    if (result.partial() != null) {
      listener.partial(result.partial(), result.stableWords());
    }
  }

  /** Reports phrases, which are what was said until a position. */
  private void report(List<Phrase> finals, long position) throws SpeechException {
    long end = Math.max(said.start(), Math.min(said.end(), position));
    if (!finals.isEmpty()) {
      speakers
          .label(finals, segment(said.start(), end), said.probabilities(end))
          .forEach(listener::phrase);
    }
    said.dropUntil(end);
  }

  /** Has something else closed with the session; returns this. */
  public LiveSession onClose(Runnable also) {
    onClose = also;
    return this;
  }

  @Override
  public void close() {
    recognizer.close();
    onClose.run();
    onClose = () -> {};
  }
}
