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

  private final List<String> known;
  private final List<Language> candidates = new ArrayList<>();

  /**
   * @param locales BCP-47 tags, none for all that the model knows
   * @throws SpeechException INTERNAL if the model does not know one of them
   */
  LanguageChoice(List<String> locales, Vocabulary vocabulary) throws SpeechException {
    known = List.copyOf(vocabulary.languages().keySet());
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
   * The likeliest candidate.
   *
   * @param probabilities of all languages of the model, in its order
   */
  Language best(double[] probabilities) {
    Language best = candidates.get(0);
    double most = -1;
    for (Language each : candidates) {
      double probability = probabilities[known.indexOf(each.code())];
      if (probability > most) {
        most = probability;
        best = each;
      }
    }
    return best;
  }
}
