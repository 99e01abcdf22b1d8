// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** The languages among which a model may choose. */
final class LanguageChoice {
  /**
   * A language of the model.
   *
   * @param locale as given, or the code if none was given
   * @param code the model's name for it
   */
  record Language(String locale, String code) {}

  /** The least probability: no stretch alone may rule a language out. */
  private static final double LEAST = 1e-4;

  private final List<String> known;
  private final boolean any;
  private final List<Language> candidates = new ArrayList<>();

  /**
   * @param locales BCP-47 tags, none for all that the model knows
   * @throws SpeechException INTERNAL if the model does not know one of them
   */
  LanguageChoice(List<String> locales, Vocabulary vocabulary) throws SpeechException {
    known = List.copyOf(vocabulary.languages().keySet());
    any = locales.isEmpty();
    for (String locale : locales) {
      String code =
          Languages.code(locale, vocabulary)
              .orElseThrow(
                  () ->
                      new SpeechException(
                          ErrorKind.INTERNAL, "The model does not know the language " + locale));
      candidates.add(new Language(locale, code));
    }
    if (locales.isEmpty()) {
      known.forEach(code -> candidates.add(new Language(code, code)));
    }
  }

  Language only() {
    return candidates.get(0);
  }

  /**
   * Some speech.
   *
   * @param probabilities of all languages of the model, in its order
   */
  record Stretch(double seconds, double[] probabilities) {}

  /**
   * The candidate that is likeliest for most of the speech. Where the user did not name candidates,
   * languages count as likely as their speakers are many.
   */
  Language best(List<Stretch> speech) {
    double seconds = speech.stream().mapToDouble(Stretch::seconds).sum();
    Language best = candidates.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (Language each : candidates) {
      int index = known.indexOf(each.code());
      double score = any ? LanguageSpeakers.logPrior(each.code()) : 0;
      for (Stretch stretch : speech) {
        double probability = Math.max(LEAST, stretch.probabilities()[index]);
        score += Math.log(probability) * stretch.seconds() / seconds;
      }
      if (score > most) {
        most = score;
        best = each;
      }
    }
    return best;
  }
}
