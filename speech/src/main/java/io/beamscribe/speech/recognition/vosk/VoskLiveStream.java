// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Agreement;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Feeds Vosk while somebody speaks, in the steps that it is fed with when the utterance is there as
 * a whole, so that the phrases are the same. One recogniser serves utterance after utterance, as it
 * adapts to the voice. Not thread-safe.
 */
final class VoskLiveStream implements RecognitionStream {
  private final NativeHandle model;
  private final RecognitionOptions options;
  private final UnaryOperator<Phrase> corrected;
  private final BeginningUtterance begin;
  private final Agreement agreement = new Agreement();
  private final float[] pending = new float[VoskStream.STEP];
  private int count;
  private int channel;

  /** Position of the sample after the pending ones. */
  private long next;

  /** Position at which the utterance began; negative before the first sample. */
  private long began = -1;

  private long fed;
  private @Nullable VoskStream stream;

  VoskLiveStream(
      NativeHandle model,
      RecognitionOptions options,
      UnaryOperator<Phrase> corrected,
      FirstWords words) {
    this.begin = new BeginningUtterance(words);
    this.model = model;
    this.options = options;
    this.corrected = corrected;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    chunk.requireFinite();
    StreamResult ended =
        began >= 0 && chunk.start() != next ? endUtterance() : StreamResult.NOTHING;
    if (began < 0) {
      began = chunk.start();
      channel = chunk.channel();
    }
    boolean stepped = false;
    next = chunk.start();
    for (int at = 0; at < chunk.samples().length; ) {
      int part = Math.min(pending.length - count, chunk.samples().length - at);
      System.arraycopy(chunk.samples(), at, pending, count, part);
      count += part;
      at += part;
      next += part;
      if (count == pending.length) {
        feed();
        stepped = true;
      }
    }
    return stepped ? result().after(ended) : ended;
  }

  /** Gives Vosk what is pending. */
  private void feed() throws SpeechException {
    if (stream == null) {
      stream = new VoskStream(model, channel, options);
      fed = 0;
    }
    SpeechSegment step = new SpeechSegment(channel, next - count, Arrays.copyOf(pending, count));
    stream.accept(step);
    begin.add(step);
    fed += count;
    count = 0;
  }

  private StreamResult result() throws SpeechException {
    if (stream == null) {
      return StreamResult.NOTHING;
    }
    List<Phrase> finals = finals(stream);
    if (!finals.isEmpty()) {
      agreement.reset();
    }
    String text = stream.partial();
    if (text.isEmpty() && finals.isEmpty()) {
      String first = begin.text();
      return first.isEmpty() ? StreamResult.NOTHING : new StreamResult(finals, partial(first), 0);
    }
    begin.end();
    if (text.isEmpty()) {
      return StreamResult.of(finals);
    }
    int stable = agreement.with(List.of(text.split(" ")));
    return new StreamResult(finals, partial(text), stable);
  }

  private Phrase partial(String text) {
    Phrase partial =
        new Phrase(
            channel,
            SampleRange.millis(Math.max(began, 0)),
            SampleRange.millis(next),
            options.language().known().orElse(null),
            List.of(Reading.verbatim(text, 0, List.of())));
    return corrected.apply(partial);
  }

  private List<Phrase> finals(VoskStream from) {
    List<Phrase> finals = new ArrayList<>();
    for (Phrase phrase : from.takePhrases()) {
      finals.add(corrected.apply(phrase));
      began = phrase.endMilliseconds() * SampleRange.RATE / 1000;
    }
    return finals;
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    try {
      if (count > 0) {
        feed();
      }
      if (stream == null) {
        return StreamResult.NOTHING;
      }
      stream.endUtterance();
      StreamResult ended = StreamResult.of(finals(stream));
      if (fed >= VoskStream.LONGEST) {
        release();
      }
      return ended;
    } finally {
      agreement.reset();
      begin.clear();
      count = 0;
      began = -1;
    }
  }

  private void release() {
    if (stream != null) {
      stream.close();
      stream = null;
      VoskLibrary.returnMemory();
    }
  }

  @Override
  public void close() {
    release();
  }
}
