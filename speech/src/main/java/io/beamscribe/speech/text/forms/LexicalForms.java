// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.profanity.ProfanityFilter;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Writes the forms of words that come without audio, each phrase by itself. Thread-safe. */
public final class LexicalForms {
  /** After a phrase comes a pause, in milliseconds. */
  private static final long PAUSE = 10_000;

  /** What a word takes whose times are made up. */
  public static final long MILLISECONDS = 100;

  private final VerbatimForms forms;
  private final ProfanityFilter profanity;

  /**
   * @param locale BCP-47 tag of the words
   */
  public LexicalForms(String locale, TextOptions options) {
    DisplayRules rules = options.rules().in(locale);
    this.forms = new VerbatimForms(locale, options, rules);
    this.profanity = options.filter(locale, rules);
  }

  /** A phrase whose words, without marks, take {@link #MILLISECONDS} each. */
  public static Reading spoken(List<String> lexical) {
    List<Word> words = new ArrayList<>();
    for (String text : lexical) {
      long start = MILLISECONDS * words.size();
      words.add(new Word(text, start, start + MILLISECONDS, 1));
    }
    String text = String.join(" ", lexical);
    return new Reading(text, text, text, text, 1, words, List.of());
  }

  /**
   * The forms of a phrase.
   *
   * @param reading words as spoken
   */
  public Reading write(Reading reading) {
    return reading.words().isEmpty()
        ? reading
        : profanity.apply(forms.write(reading, PAUSE, false));
  }
}
