// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.coverage;

import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phrases of a track, among which others are put in their place. Not thread-safe. */
final class TrackPhrases {
  private final List<Phrase> phrases;

  TrackPhrases(List<Phrase> phrases) {
    this.phrases = new ArrayList<>(phrases);
    this.phrases.replaceAll(Stretched::corrected);
  }

  /** In order of time. */
  List<Phrase> phrases() {
    return List.copyOf(phrases);
  }

  /** The locale of the phrase that is nearest to a range; null without phrases. */
  @Nullable String localeAt(SampleRange range) {
    return phrases.stream()
        .min(Comparator.comparingLong(phrase -> distance(phrase, range)))
        .map(Phrase::locale)
        .orElse(null);
  }

  private static long distance(Phrase phrase, SampleRange range) {
    return Math.max(
        phrase.startMilliseconds() - range.endMillis(),
        range.startMillis() - phrase.endMilliseconds());
  }

  /** The words of all phrases, in order. */
  List<Word> words() {
    return Phrase.words(phrases);
  }

  /** Puts phrases in place of the words that begin in a range. */
  void replace(SampleRange range, List<Phrase> found) {
    List<Phrase> all = new ArrayList<>(found);
    for (Phrase phrase : phrases) {
      List<Word> words = phrase.best().words();
      int from = beginningBefore(words, range.startMillis());
      int to = beginningBefore(words, range.endMillis());
      if (from == to) {
        all.add(phrase);
        continue;
      }
      if (from > 0) {
        all.add(part(phrase, 0, from));
      }
      if (to < words.size()) {
        all.add(part(phrase, to, words.size()));
      }
    }
    set(all);
  }

  private static int beginningBefore(List<Word> words, long milliseconds) {
    return (int) words.stream().takeWhile(word -> word.startMilliseconds() < milliseconds).count();
  }

  private void set(List<Phrase> all) {
    phrases.clear();
    phrases.addAll(all);
    phrases.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    for (int i = 1; i < phrases.size(); i++) {
      phrases.set(i - 1, until(phrases.get(i - 1), phrases.get(i).startMilliseconds()));
    }
  }

  /** Adds a phrase where there is none. */
  void add(Phrase phrase) {
    phrases.add(phrase);
    phrases.sort(OnChannel.BY_CHANNEL_THEN_TIME);
  }

  /** Adds phrases of a range; one that goes on over it is parted there. */
  void add(SampleRange range, List<Phrase> found) {
    List<Phrase> all = new ArrayList<>(found);
    for (Phrase phrase : phrases) {
      if (phrase.startMilliseconds() < range.endMillis()
          && phrase.endMilliseconds() > range.startMillis()) {
        part(phrase, range, all);
      } else {
        all.add(phrase);
      }
    }
    set(all);
  }

  private static void part(Phrase phrase, SampleRange range, List<Phrase> parts) {
    List<Word> words = phrase.best().words();
    int before = beginningBefore(words, range.startMillis());
    if (before == words.size()) {
      parts.add(until(phrase, range.startMillis()));
      return;
    }
    if (before > 0) {
      parts.add(until(part(phrase, 0, before), range.startMillis()));
    }
    parts.add(part(phrase, before, words.size()));
  }

  /** Other readings have other words: only the best one can be parted. */
  private static Phrase part(Phrase phrase, int from, int to) {
    if (from == 0 && to == phrase.best().words().size()) {
      return phrase;
    }
    Reading part = phrase.best().part(from, to);
    List<Word> words = part.words();
    return phrase
        .withReadings(List.of(part))
        .between(words.get(0).startMilliseconds(), words.get(words.size() - 1).endMilliseconds());
  }

  /** The same ended by a time: nothing lasts into what comes after it. */
  private static Phrase until(Phrase phrase, long latest) {
    if (phrase.endMilliseconds() <= latest) {
      return phrase;
    }
    return phrase
        .withReadings(phrase.readings().stream().map(reading -> until(reading, latest)).toList())
        .between(phrase.startMilliseconds(), latest);
  }

  private static Reading until(Reading reading, long latest) {
    return reading.withWords(
        reading.words().stream()
            .map(
                word ->
                    new Word(
                        word.text(),
                        Math.min(word.startMilliseconds(), latest),
                        Math.min(word.endMilliseconds(), latest),
                        word.confidence()))
            .toList());
  }
}
