// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Phrases of one utterance as one. */
public final class JoinedPhrases {
  private JoinedPhrases() {}

  /**
   * All phrases as one, in their best readings.
   *
   * @param phrases at least one, of one channel, in order of time
   */
  public static Phrase of(List<Phrase> phrases) {
    Phrase first = phrases.get(0);
    if (phrases.size() == 1) {
      return first;
    }
    List<Word> words = new ArrayList<>();
    List<DisplayWord> shown = new ArrayList<>();
    double confidence = 0;
    for (Phrase phrase : phrases) {
      Reading best = phrase.best();
      List<DisplayWord> own = best.displayWords();
      if (own.isEmpty()) {
        for (int i = 0; i < best.words().size(); i++) {
          shown.add(
              new DisplayWord(best.words().get(i).text(), words.size() + i, words.size() + i + 1));
        }
      } else {
        for (DisplayWord word : own) {
          shown.add(
              new DisplayWord(
                  word.text(), words.size() + word.firstWord(), words.size() + word.endWord()));
        }
      }
      words.addAll(best.words());
      confidence += best.confidence() / phrases.size();
    }
    Reading all =
        new Reading(
            text(phrases, Reading::lexical),
            text(phrases, Reading::itn),
            text(phrases, Reading::maskedItn),
            text(phrases, Reading::display),
            confidence,
            words,
            shown);
    return new Phrase(
        first.channel(),
        first.speaker(),
        first.startMilliseconds(),
        phrases.get(phrases.size() - 1).endMilliseconds(),
        first.locale(),
        List.of(all));
  }

  private static String text(List<Phrase> phrases, Function<Reading, String> form) {
    String locale = phrases.get(0).locale();
    return WrittenLanguage.joined(
        phrases.stream().map(phrase -> form.apply(phrase.best())).toList(),
        locale == null ? "en-US" : locale);
  }
}
