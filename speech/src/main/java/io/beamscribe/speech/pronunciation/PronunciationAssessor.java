// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.pronunciation.model.PronunciationModel;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Evidence;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Assesses how a text was read, or what was said freely. English has scores if the engine shows its
 * evidence and is the model that they were fitted with; else there are completeness, times and
 * words, marked as not calibrated. Thread-safe.
 */
public final class PronunciationAssessor {
  /** The model in the catalogue whose ear the scores of English were fitted to. */
  private static final String FITTED = "whisper-base";

  /** The longest stretch that is recognised at once: 30 s. */
  private static final int LONGEST = 30 * SampleRange.RATE;

  /** Where a longer one may be cut: in its last ten seconds. */
  private static final int SEARCH = 10 * SampleRange.RATE;

  private static final int STEP = SampleRange.RATE / 5;

  private final Engine engine;
  private final String engineName;

  /**
   * @param engine which the caller closes
   * @param engineName such as {@code whisper}: others show no evidence
   */
  public PronunciationAssessor(Engine engine, String engineName) {
    this.engine = engine;
    this.engineName = engineName;
  }

  /**
   * The model in the catalogue that gives scores to a locale; none if any other does as well.
   *
   * @param locale BCP-47 tag
   */
  public static Optional<String> model(String locale) {
    return isEnglish(locale) ? Optional.of(FITTED) : Optional.empty();
  }

  private static boolean isEnglish(String locale) {
    return Locale.forLanguageTag(locale).getLanguage().equals("en");
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
    return new ReadAloud(this, locale, options);
  }

  /**
   * Assesses a stretch.
   *
   * @param rest of the reference, from where the stretch begins
   * @param last whether the reference ends with it
   */
  StretchAssessment assess(
      SpeechSegment stretch,
      String locale,
      PronunciationOptions options,
      ReferenceText rest,
      boolean last)
      throws SpeechException {
    RecognitionOptions recognition = RecognitionOptions.of(SpokenLanguage.fixed(locale));
    boolean scored =
        isEnglish(locale)
            && engineName.equals("whisper")
            && PronunciationModel.english().isPresent();
    return scored
        ? engine.examine(
            stretch,
            recognition,
            (recognized, evidence) -> scored(stretch, recognized, evidence, rest, last, options))
        : unscored(stretch, engine.recognize(stretch, recognition), rest, last, options);
  }

  private static StretchAssessment scored(
      SpeechSegment stretch,
      Recognition recognized,
      Evidence evidence,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options)
      throws SpeechException {
    Stretch here = stretch(stretch, recognized, rest, last, options);
    Optional<PronunciationModel> model =
        PronunciationModel.english().filter(each -> each.width() == evidence.width());
    StretchAssessor assessor = new StretchAssessor(here, options);
    return model.isEmpty() ? assessor.unscored() : assessor.assess(model.get(), evidence);
  }

  private static StretchAssessment unscored(
      SpeechSegment stretch,
      Recognition recognized,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options) {
    return new StretchAssessor(stretch(stretch, recognized, rest, last, options), options)
        .unscored();
  }

  private static Stretch stretch(
      SpeechSegment stretch,
      Recognition recognized,
      ReferenceText rest,
      boolean last,
      PronunciationOptions options) {
    List<Word> heard = Heard.words(Phrase.words(recognized.phrases()));
    boolean free = ReferenceText.of(options.referenceText()).words().isEmpty();
    if (free) {
      ReferenceText said =
          ReferenceText.of(String.join(" ", heard.stream().map(Word::text).toList()));
      return new Stretch(stretch, recognized.phrases(), heard, said, true);
    }
    List<String> words = rest.words().stream().map(ReferenceText.Item::text).toList();
    return new Stretch(
        stretch,
        recognized.phrases(),
        heard,
        rest.part(0, Heard.prefix(words, heard, last)),
        false);
  }

  /** At most 30 s each, cut where it is quiet. */
  static List<SpeechSegment> stretches(float[] samples) {
    List<SpeechSegment> stretches = new ArrayList<>();
    int from = 0;
    do {
      int to = samples.length - from <= LONGEST ? samples.length : quiet(samples, from);
      stretches.add(new SpeechSegment(0, from, Arrays.copyOfRange(samples, from, to)));
      from = to;
    } while (from < samples.length);
    return stretches;
  }

  private static int quiet(float[] samples, int from) {
    int best = from + LONGEST;
    double least = Double.POSITIVE_INFINITY;
    for (int at = from + LONGEST - STEP; at >= from + LONGEST - SEARCH; at -= STEP / 2) {
      double energy = 0;
      for (int i = at; i < at + STEP; i++) {
        energy += samples[i] * (double) samples[i];
      }
      if (energy < least) {
        least = energy;
        best = at + STEP / 2;
      }
    }
    return best;
  }
}
