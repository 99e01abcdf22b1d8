// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A track that is read again in pieces. Not thread-safe.
 *
 * @param audio the samples of a track that there are
 * @param sure where in them speech is sure, in order
 * @param cutter gives a part of them
 * @param leak asked for speech that has no words
 * @param severalLanguages whether a piece may be in another language than the speech around it
 * @param reader asked for each piece that has no words
 */
public record TrackReader(
    SampleRange audio,
    List<SampleRange> sure,
    Function<SampleRange, SpeechSegment> cutter,
    Leak leak,
    boolean severalLanguages,
    Reader reader) {
  /** Recognises one segment. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param locale that is likely; null to identify it
     * @throws IOException where an engine cannot be had
     */
    Recognition read(SpeechSegment segment, @Nullable String locale)
        throws SpeechException, IOException;
  }

  /** Tells speech of this track from speech of another one that can be heard in it. */
  @FunctionalInterface
  public interface Leak {
    /** Whether a range of this track is far louder in another one. */
    boolean in(SampleRange range) throws SpeechException;
  }

  /**
   * Recognises a range in a language that is likely; if that gives nothing, in its own.
   *
   * @param locale null if none is likely
   * @param enough whether something was recognised
   */
  Recognition read(SampleRange range, @Nullable String locale, Predicate<Recognition> enough)
      throws SpeechException, IOException {
    SpeechSegment segment = cutter.apply(range);
    Recognition again = reader.read(segment, locale);
    return locale != null && severalLanguages && !enough.test(again)
        ? reader.read(segment, null)
        : again;
  }
}
