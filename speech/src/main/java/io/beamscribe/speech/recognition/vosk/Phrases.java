// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts utterances into phrases: one ends where Vosk finds an endpoint, or where no word follows for
 * {@value #PAUSE} s, which is also how long Vosk's own rules wait after a likely end of a sentence.
 * The confidence of a phrase's best reading is the mean of its words', which is the share of its
 * words that is expected to be right.
 */
final class Phrases {
  private static final double PAUSE = 0.5;

  private final int channel;
  private final @Nullable String locale;
  private final int alternatives;
  private final List<Phrase> phrases = new ArrayList<>();

  /**
   * @param locale of the phrases; null where it is not known
   */
  Phrases(int channel, @Nullable String locale, int alternatives) {
    this.channel = channel;
    this.locale = locale;
    this.alternatives = alternatives;
  }

  List<Phrase> asList() {
    return phrases;
  }

  /** Those since the last call. */
  List<Phrase> take() {
    List<Phrase> taken = List.copyOf(phrases);
    phrases.clear();
    return taken;
  }

  void add(Utterance utterance) {
    List<TimedWord> words = utterance.words();
    int first = 0;
    double from = Double.NEGATIVE_INFINITY;
    for (int next = 1; next <= words.size(); next++) {
      double to = borderBefore(next, words);
      if (!Double.isNaN(to)) {
        Reading best = best(words.subList(first, next));
        List<Reading> all = new ArrayList<>(List.of(best));
        all.addAll(
            new NBest(utterance.readings(), from, to).others(best, alternatives - 1, this::word));
        phrases.add(phrase(all));
        first = next;
        from = to;
      }
    }
  }

  /**
   * Where in the pause before a word one phrase ends and the next begins; NaN if there is no break.
   */
  private static double borderBefore(int next, List<TimedWord> words) {
    if (next == words.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double silence = words.get(next - 1).end();
    double speech = words.get(next).start();
    return speech - silence >= PAUSE ? (silence + speech) / 2 : Double.NaN;
  }

  private Phrase phrase(List<Reading> all) {
    List<Word> words = all.get(0).words();
    return new Phrase(
        channel,
        words.get(0).startMilliseconds(),
        words.get(words.size() - 1).endMilliseconds(),
        locale,
        all);
  }

  private Reading best(List<TimedWord> recognized) {
    List<Word> words = recognized.stream().map(word -> word(word, word.confidence())).toList();
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    return Reading.verbatim(NBest.text(recognized), NBest.rounded(confidence), words);
  }

  private Word word(TimedWord recognized, double confidence) {
    return new Word(
        recognized.text(),
        milliseconds(recognized.start()),
        milliseconds(recognized.end()),
        NBest.rounded(confidence));
  }

  private long milliseconds(double seconds) {
    return Math.round(seconds * 1000);
  }
}
