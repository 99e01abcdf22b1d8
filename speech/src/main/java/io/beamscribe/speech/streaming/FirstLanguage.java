// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.StreamResult;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognisers of a session in one language, which its first utterance tells: it is identified until
 * somebody has said enough, and known from then on. Not thread-safe.
 */
final class FirstLanguage implements LiveSession.Recognizers {
  /** So short a phrase may be of any language, in milliseconds. */
  private static final long TOO_SHORT = 1_000;

  private final SpokenLanguage candidates;
  private final Streams streams;
  private @Nullable String locale;

  /** Opens recognisers of a language. */
  interface Streams {
    RecognitionStream open(SpokenLanguage language) throws SpeechException;
  }

  FirstLanguage(SpokenLanguage candidates, Streams streams) {
    this.candidates = candidates;
    this.streams = streams;
  }

  @Override
  public RecognitionStream open() throws SpeechException {
    return new Utterances();
  }

  private RecognitionStream stream() throws SpeechException {
    return streams.open(locale == null ? candidates : SpokenLanguage.fixed(locale));
  }

  private void learn(List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      long length = phrase.endMilliseconds() - phrase.startMilliseconds();
      if (locale == null && phrase.locale() != null && length >= TOO_SHORT) {
        locale = phrase.locale();
      }
    }
  }

  /** Each utterance goes to a recogniser of what is known when it begins. */
  private final class Utterances implements RecognitionStream {
    private RecognitionStream stream = stream();

    /** The language that the recogniser has been told; null if it identifies it. */
    private @Nullable String told = locale;

    private boolean between = true;

    Utterances() throws SpeechException {}

    @Override
    public StreamResult accept(SpeechSegment chunk) throws SpeechException {
      if (between && told == null && locale != null) {
        stream.close();
        stream = stream();
        told = locale;
      }
      between = false;
      return named(stream.accept(chunk));
    }

    @Override
    public StreamResult endUtterance() throws SpeechException {
      between = true;
      return named(stream.endUtterance());
    }

    /** A recogniser that was told the language does not say it. */
    private StreamResult named(StreamResult result) {
      if (told == null) {
        learn(result.finals());
        return result;
      }
      String known = told;
      return new StreamResult(
          result.finals().stream().map(phrase -> phrase.withLocale(known)).toList(),
          result.partial() == null ? null : result.partial().withLocale(known),
          result.stableWords());
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
