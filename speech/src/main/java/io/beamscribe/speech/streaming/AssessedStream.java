// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.pronunciation.AssessedSpeech;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.recognition.GrowingUtterance;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
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
  private final GrowingUtterance utterance = new GrowingUtterance();
  private @Nullable RecognitionStream growing;

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
    if (utterance.endsBefore(chunk)) {
      ended = endUtterance();
    }
    if (growing == null) {
      growing = partials.open();
    }
    utterance.add(chunk);
    StreamResult grown = growing.accept(chunk);
    return new StreamResult(ended.finals(), grown.partial(), grown.stableWords());
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    close(); // what it holds is not asked for: the assessment recognises once more
    if (utterance.length() == 0) {
      return StreamResult.NOTHING;
    }
    SpeechSegment whole = utterance.segment();
    utterance.clear();
    AssessedSpeech assessed = assessing.of(whole);
    listener.accept(assessed.assessment());
    return StreamResult.of(assessed.phrases());
  }

  @Override
  public void close() {
    if (growing != null) {
      growing.close();
      growing = null;
    }
  }
}
