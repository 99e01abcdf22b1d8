// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.transcript.Phrase;
import java.util.List;

/**
 * A loaded model that turns segments into phrases. Thread-safe: threads share the model. The same
 * segments and options give the same phrases, whatever was recognised before or at the same time.
 * {@link #close} frees the model once all running calls have ended; a call after that throws {@link
 * IllegalStateException}; closing twice is harmless.
 */
public interface Engine extends AutoCloseable {
  /**
   * Returns the phrases of some segments in order of time, none if there is no speech.
   *
   * <p>An engine may adapt to the voice from one segment to the next, so the segments of a block
   * should be passed in one call: restarting a recogniser every few seconds is less accurate and
   * slower.
   *
   * @param segments of one channel, in order of time, without overlap; some minutes in total
   * @throws SpeechException CRASH if native code crashes on these segments, TIMEOUT, INTERNAL
   */
  Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options)
      throws SpeechException;

  /**
   * Returns the phrases of some segments, with less effort where the engine knows how to.
   *
   * @param segments as for {@link #recognize(List, RecognitionOptions)}
   * @throws SpeechException as there
   */
  default Recognition recognize(
      List<SpeechSegment> segments, RecognitionOptions options, Effort effort)
      throws SpeechException {
    return recognize(segments, options);
  }

  /** Returns the phrases of a single segment. */
  default Recognition recognize(SpeechSegment segment, RecognitionOptions options)
      throws SpeechException {
    return recognize(List.of(segment), options);
  }

  /**
   * The language of each segment, in their order: one of the candidates, as it is written there, or
   * a language code such as {@code en} if there are none. There always is a decision; each depends
   * on its segment alone.
   *
   * @param segments as for {@link #recognize(List, RecognitionOptions)}
   * @param candidates BCP-47 tags; none for all languages that the model knows
   * @throws SpeechException as there; INTERNAL if {@link #identifiesLanguages} is false
   */
  default List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    throw new SpeechException(
        ErrorKind.INTERNAL, "This model knows one language and cannot identify others.");
  }

  /**
   * The language of all segments together, as in {@link #identify}. Several stretches of speech
   * prove more than the longest one.
   *
   * @param segments at least one
   */
  default String identifyTogether(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    return identify(segments, candidates).get(0);
  }

  /**
   * Writes marks and capital letters to phrases that another engine recognised, in the best reading
   * of each.
   *
   * @param segments in which they were recognised, of one channel, in order of time
   * @param phrases in order of time; all with the times of their words
   * @param locale of all phrases; one that the model does not know leaves them as they are
   * @throws SpeechException as for {@link #recognize(List, RecognitionOptions)}; INTERNAL if the
   *     engine lacks {@link EngineAbility#PUNCTUATES}
   */
  default List<Phrase> punctuate(List<SpeechSegment> segments, List<Phrase> phrases, String locale)
      throws SpeechException {
    throw new SpeechException(ErrorKind.INTERNAL, "This engine writes no marks to words.");
  }

  /**
   * Recognises a segment and shows what the model made of it, so that it can be examined without
   * being computed again.
   *
   * @param segment of a language that the options fix
   * @throws SpeechException as for {@link #recognize(List, RecognitionOptions)}; INTERNAL if the
   *     engine cannot show it
   */
  default <T> T examine(
      SpeechSegment segment, RecognitionOptions options, Examination<T> examination)
      throws SpeechException {
    throw new SpeechException(
        ErrorKind.INTERNAL, "This engine does not show what it made of the audio.");
  }

  /**
   * Opens a stream that recognises speech while it is spoken. Streams share the model.
   *
   * @param early whether phrases may become final while the utterance goes on; an engine that finds
   *     pauses of its own does not ask
   * @throws SpeechException if it cannot be opened
   */
  default RecognitionStream stream(RecognitionOptions options, boolean early)
      throws SpeechException {
    return repeated(options, true, early);
  }

  /**
   * Opens a stream that says nothing before an utterance ends.
   *
   * @throws SpeechException if it cannot be opened
   */
  default RecognitionStream finals(RecognitionOptions options) throws SpeechException {
    return repeated(options, false, false);
  }

  private RecognitionStream repeated(RecognitionOptions options, boolean partials, boolean early) {
    // where the language is identified, it is that of one utterance
    boolean together = options.language().mode() == SpokenLanguage.Mode.FIXED;
    // a translation of half a sentence may be none
    boolean inOrder = options.task() == Task.TRANSCRIBE;
    return new RepeatedStream(
        (segments, effort) -> recognize(segments, options, effort).phrases(),
        together,
        partials,
        early && together && inOrder);
  }

  /** Whether the model identifies languages; if not, it takes all speech for its own language. */
  default boolean identifiesLanguages() {
    return false;
  }

  @Override
  void close();
}
