// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;
import java.util.function.Consumer;

/**
 * A translation, and beside it the words that were spoken: those are recognised at the end of each
 * utterance alone. Not thread-safe.
 */
final class TranslatedStream implements RecognitionStream {
  private final RecognitionStream translation;
  private final RecognitionStream spoken;
  private final Consumer<List<Phrase>> listener;

  /**
   * @param spoken says nothing before an utterance ends
   * @param listener gets what was spoken before its translation is returned
   */
  TranslatedStream(
      RecognitionStream translation, RecognitionStream spoken, Consumer<List<Phrase>> listener) {
    this.translation = translation;
    this.spoken = spoken;
    this.listener = listener;
  }

  @Override
  public StreamResult accept(SpeechSegment chunk) throws SpeechException {
    tell(spoken.accept(chunk));
    return translation.accept(chunk);
  }

  @Override
  public StreamResult endUtterance() throws SpeechException {
    tell(spoken.endUtterance());
    return translation.endUtterance();
  }

  private void tell(StreamResult said) {
    if (!said.finals().isEmpty()) {
      listener.accept(said.finals());
    }
  }

  @Override
  public void close() {
    try (translation) {
      spoken.close();
    }
  }
}
