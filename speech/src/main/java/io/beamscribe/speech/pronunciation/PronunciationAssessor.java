// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import java.util.List;
import java.util.Optional;

/**
 * Assesses how a text was read, or what was said freely. English has scores if the engine shows its
 * evidence and is the model that they were fitted with; else there are completeness, times and
 * words, marked as not calibrated. Thread-safe.
 */
public final class PronunciationAssessor {
  /** The model in the catalogue whose ear the scores of English were fitted to. */
  private static final String FITTED = "whisper-base";

  private final StretchExaminer examiner;

  /**
   * @param engine which the caller closes
   * @param engineName such as {@code whisper}: others show no evidence
   */
  public PronunciationAssessor(Engine engine, String engineName) {
    this.examiner = new StretchExaminer(engine, engineName);
  }

  /**
   * The model in the catalogue that gives scores to a locale; none if any other does as well.
   *
   * @param locale BCP-47 tag
   */
  public static Optional<String> model(String locale) {
    return StretchExaminer.isEnglish(locale) ? Optional.of(FITTED) : Optional.empty();
  }

  /**
   * Assesses a recording of one person.
   *
   * @param samples mono, 16 kHz, in the scale of 16-bit integers
   * @param locale BCP-47 tag
   * @throws SpeechException as {@link Engine#recognize(List, RecognitionOptions)} does
   */
  public Assessment assess(float[] samples, String locale, PronunciationOptions options)
      throws SpeechException {
    return read(locale, options).whole(samples).assessment();
  }

  /** Begins to assess a text that is read utterance after utterance. */
  public ReadAloud read(String locale, PronunciationOptions options) {
    return new ReadAloud(examiner, locale, options);
  }
}
