package io.beamscribe.speech.recognition;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.util.List;

/**
 * A loaded model that turns segments into phrases. Safe for use by several threads at once, which
 * share the model. The same segments and options give the same phrases, whatever was recognised
 * before or beside them. {@link #close} frees the model once all running calls have ended; a call
 * after that throws {@link IllegalStateException}; closing twice is harmless.
 */
public interface Engine extends AutoCloseable {
  /**
   * The phrases of some segments in order of time, none where nothing was said.
   *
   * <p>An engine may let what it learns of a voice in one segment help it with the next, so the
   * segments of a block should come in one call: a recogniser that begins anew for every few
   * seconds is worse and slower.
   *
   * @param segments of one channel, in order of time, without overlap; some minutes in all
   * @throws SpeechException CRASH where native code dies of these segments, TIMEOUT, INTERNAL
   */
  Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options)
      throws SpeechException;

  /** The phrases of one segment alone. */
  default Recognition recognize(SpeechSegment segment, RecognitionOptions options)
      throws SpeechException {
    return recognize(List.of(segment), options);
  }

  /**
   * The language of each segment, in their order: one of the candidates, as it is written there, or
   * a language code such as {@code en} where there are none. There always is a decision; each
   * depends on its segment alone.
   *
   * @param segments as for {@link #recognize(List, RecognitionOptions)}
   * @param candidates BCP-47 tags; none for all languages that the model knows
   * @throws SpeechException as there; INTERNAL where {@link #tellsLanguages} is false
   */
  default List<String> identify(List<SpeechSegment> segments, List<String> candidates)
      throws SpeechException {
    throw new SpeechException(
        ErrorKind.INTERNAL, "This model knows one language and tells no languages apart.");
  }

  /** Whether the model tells languages apart; where not, it takes all speech for its own. */
  default boolean tellsLanguages() {
    return false;
  }

  @Override
  void close();
}
