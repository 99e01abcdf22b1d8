package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;
import java.util.List;

/**
 * A loaded model that turns segments into phrases. Safe for use by several threads at once, which
 * share the model. The same segment and options give the same phrases, whatever was recognised
 * before or beside it. {@link #close} frees the model once all running calls have ended; a call
 * after that throws {@link IllegalStateException}; closing twice is harmless.
 */
public interface Engine extends AutoCloseable {
  /**
   * The phrases of a segment in order of time, none where nothing was said.
   *
   * @throws SpeechException CRASH where native code dies of this segment, TIMEOUT, INTERNAL
   */
  List<Phrase> recognize(SpeechSegment segment, RecognitionOptions options) throws SpeechException;

  @Override
  void close();
}
