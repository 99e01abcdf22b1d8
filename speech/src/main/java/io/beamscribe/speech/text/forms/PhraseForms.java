// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.profanity.ProfanityFilter;
import io.beamscribe.speech.text.profanity.Unmasked;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the forms of single phrases of any locale. Not thread-safe. */
public final class PhraseForms {
  private final TextOptions options;
  private final Map<String, VerbatimForms> verbatimForms = new HashMap<>();
  private final Map<String, DisplayRules> rules = new HashMap<>();
  private final Map<String, ProfanityFilter> filters = new HashMap<>();
  private final Map<String, WrittenForms> writtenForms = new HashMap<>();

  public PhraseForms(TextOptions options) {
    this.options = options;
  }

  /**
   * The phrase in its forms.
   *
   * @param verbatim whether its engine gives words as they are spoken, rather than written ones
   * @param silence after it, in milliseconds
   * @param open whether it continues a sentence
   */
  public Phrase write(Phrase phrase, String locale, boolean verbatim, long silence, boolean open) {
    List<Reading> readings = new ArrayList<>();
    DisplayRules own = rules(locale);
    ProfanityFilter filter = filter(locale);
    for (Reading stored : phrase.readings()) {
      Reading reading = Unmasked.of(stored.asRecognized(), !verbatim);
      Reading forms =
          verbatim
              ? verbatimForms
                  .computeIfAbsent(locale, tag -> new VerbatimForms(tag, options, own))
                  .write(reading, silence, open)
              : writtenForms
                  .computeIfAbsent(locale, tag -> new WrittenForms(tag, options, own))
                  .write(reading);
      readings.add(onlyChanged(filter.apply(forms)));
    }
    return phrase.withReadings(readings);
  }

  /** A phrase of which more is to come: as recognised, without profanity. */
  public Phrase partial(Phrase phrase, String locale) {
    return phrase.withReadings(phrase.readings().stream().map(filter(locale)::apply).toList());
  }

  private DisplayRules rules(String locale) {
    return rules.computeIfAbsent(locale, options.rules()::in);
  }

  private ProfanityFilter filter(String locale) {
    return filters.computeIfAbsent(locale, tag -> options.filter(tag, rules(tag)));
  }

  /** What was recognised is kept only where it is not displayed. */
  private static Reading onlyChanged(Reading reading) {
    return reading.recognized() != null && reading.recognized().display().equals(reading.display())
        ? reading.keeping(null)
        : reading;
  }
}
