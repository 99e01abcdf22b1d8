// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.pronunciation.AssessedSpeech;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assesses each utterance at its end, which recognises it as well: its final phrases are those that
 * the assessment was made of. Another stream recognises it while it grows. Not thread-safe.
 */
final class AssessedStream implements RecognitionStream {
  private final Opening partials;
  private final Assessing assessing;
  private final Consumer<Assessment> listener;
  private @Nullable RecognitionStream growing;
  private float[] samples = new float[4 * SampleRange.RATE];
  private int length;
  private long start;
  private int channel;

  /** Opens a stream for the partial results of an utterance. */
  interface Opening {
    RecognitionStream open() throws SpeechException;
  }

  /** Assesses an utterance. */
  interface Assessing {
    AssessedSpeech of(SpeechSegment utterance) throws SpeechException;
  }

  /**
   * @param listener gets the assessment of an utterance before its phrases are returned
   */
  AssessedStream(Opening partials, Assessing assessing, Consumer<Assessment> listener) {
    this.partials = partials;
    this.assessing = assessing;
    this.listener = listener;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    StreamResult ended = StreamResult.NOTHING;
    if (length > 0 && chunk.start() != start + length) {
      ended = endUtterance();
    }
    if (growing == null) {
      growing = partials.open();
    }
    if (length == 0) {
      start = chunk.start();
      channel = chunk.channel();
    }
    append(chunk.samples());
    StreamResult grown = growing.accept(chunk);
    return new StreamResult(ended.finals(), grown.partial(), grown.stableWords());
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    close(); // what it holds is not asked for: the assessment recognises once more
    if (length == 0) {
      return StreamResult.NOTHING;
    }
    float[] utterance = Arrays.copyOf(samples, length);
    length = 0;
    AssessedSpeech assessed = assessing.of(new SpeechSegment(channel, start, utterance));
    listener.accept(assessed.assessment());
    return StreamResult.of(assessed.phrases());
  }

  private void append(float[] more) {
    if (length + more.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
    }
    System.arraycopy(more, 0, samples, length, more.length);
    length += more.length;
  }

  @Override
  public void close() {
    if (growing != null) {
      growing.close();
      growing = null;
    }
  }
}
