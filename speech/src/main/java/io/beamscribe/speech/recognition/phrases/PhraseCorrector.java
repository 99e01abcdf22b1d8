// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import io.beamscribe.speech.text.LowerCase;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Corrects words that were recognised almost like a phrase of a list. Consecutive words become the
 * phrase if their letters are close to its letters; the higher their confidence, the closer they
 * must be, and single words are replaced only at low confidence. A corrected word has the lowest
 * confidence of those it replaces, and their times; a word that was recognised correctly is shown
 * as the list spells it. Immutable; the same words give the same result.
 *
 * <p>The bounds were set on Korean clips: with them, 20 lists of 100 words each that do not occur,
 * drawn at random from a model's vocabulary, changed 3 words of 190. In languages written with a
 * letter per syllable, or with several readings per letter, letters say little about sound.
 */
public final class PhraseCorrector {
  /** Shorter ones are close to too many words. */
  private static final int FEWEST_LETTERS = 5;

  /** Share of letters that may differ at full confidence. */
  private static final double NEAR = 0.17;

  /** What is added to that at zero confidence. */
  private static final double DOUBT = 0.35;

  private static final double FARTHEST = 0.38;

  /** Share of letters by which replaced words may differ from their replacements. */
  private static final double FARTHEST_REPLACED = 0.5;

  /** A word above this confidence, with no word of the phrase next to it, is kept. */
  private static final double SURE = 0.85;

  private final String locale;
  private final List<ListedPhrase> phrases;

  /**
   * @param phrases in the spelling to use, words separated by spaces
   * @param locale BCP-47 tag of their language; empty if unknown
   */
  public PhraseCorrector(List<String> phrases, String locale) {
    this.locale = locale;
    this.phrases =
        IntStream.range(0, phrases.size())
            .mapToObj(i -> ListedPhrase.of(i, phrases.get(i)))
            .filter(phrase -> phrase.letters().length() >= FEWEST_LETTERS)
            .toList();
  }

  /** Corrects all readings of a phrase whose words are separated by spaces. */
  public Phrase correct(Phrase recognized) {
    // Two readings may become equal.
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Reading alternative : recognized.readings()) {
      Reading corrected = correct(alternative);
      readings.putIfAbsent(corrected.display(), corrected);
    }
    return recognized.withReadings(List.copyOf(readings.values()));
  }

  private Reading correct(Reading recognized) {
    List<SpelledWord> all = SpelledWord.of(recognized);
    List<SpelledWord> words = new ArrayList<>();
    int next = 0;
    for (NearMiss miss : chosen(recognized.words())) {
      words.addAll(all.subList(next, miss.from()));
      words.addAll(corrected(recognized.words(), miss));
      next = miss.to();
    }
    words.addAll(all.subList(next, all.size()));
    return words.equals(all) ? recognized : SpelledWord.reading(words, recognized.confidence());
  }

  /** The best corrections that do not overlap, in order of time. */
  private List<NearMiss> chosen(List<Word> words) {
    Letters[] letters = words.stream().map(word -> Letters.of(word.text())).toArray(Letters[]::new);
    List<NearMiss> found = new ArrayList<>();
    for (ListedPhrase phrase : phrases) {
      for (int from = 0; from < letters.length; from++) {
        search(phrase, words, letters, from, found);
      }
    }
    found.sort(NearMiss.BEST_FIRST);
    List<NearMiss> chosen = new ArrayList<>();
    for (NearMiss miss : found) {
      if (chosen.stream().noneMatch(miss::overlaps)) {
        chosen.add(miss);
      }
    }
    chosen.sort(Comparator.comparingInt(NearMiss::from));
    return chosen;
  }

  private static void search(
      ListedPhrase phrase, List<Word> words, Letters[] letters, int from, List<NearMiss> found) {
    int wanted = phrase.letters().length();
    int length = 0;
    for (int to = from + 1; to <= letters.length; to++) {
      length += letters[to - 1].length();
      if (length - wanted > FARTHEST * length) {
        return;
      }
      if (wanted - length <= FARTHEST * wanted) {
        NearMiss miss = miss(phrase, letters, from, to);
        if (isMeant(miss, words, letters)) {
          found.add(miss);
        }
      }
    }
  }

  private static NearMiss miss(ListedPhrase phrase, Letters[] letters, int from, int to) {
    Letters[] listed = phrase.wordLetters();
    int first = from;
    int listedFirst = 0;
    while (first < to
        && listedFirst < listed.length
        && letters[first].equals(listed[listedFirst])) {
      first++;
      listedFirst++;
    }
    int last = to;
    int listedLast = listed.length;
    while (last > first
        && listedLast > listedFirst
        && letters[last - 1].equals(listed[listedLast - 1])) {
      last--;
      listedLast--;
    }
    double distance = Letters.joined(letters, from, to).distance(phrase.letters());
    return new NearMiss(phrase, distance, from, to, first, last, listedFirst, listedLast);
  }

  private static boolean isMeant(NearMiss miss, List<Word> words, Letters[] letters) {
    if (miss.isHit()) {
      return true;
    }
    if (miss.replacedFrom() == miss.replacedTo() || miss.listedFrom() == miss.listedTo()) {
      return false; // an inserted or missing word is not a misrecognised one
    }
    if (miss.distance() == 0) {
      return true; // the same letters, split into words differently
    }
    double confidence = confidence(words.subList(miss.replacedFrom(), miss.replacedTo()));
    if (!miss.hasContext() && confidence > SURE) {
      return false;
    }
    Letters recognized = Letters.joined(letters, miss.replacedFrom(), miss.replacedTo());
    Letters listed =
        Letters.joined(miss.phrase().wordLetters(), miss.listedFrom(), miss.listedTo());
    return miss.distance() <= Math.min(FARTHEST, NEAR + DOUBT * (1 - confidence))
        && recognized.distance(listed) <= FARTHEST_REPLACED;
  }

  private static double confidence(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).min().orElse(1);
  }

  private List<SpelledWord> corrected(List<Word> recognized, NearMiss miss) {
    List<String> listed = miss.phrase().words();
    List<SpelledWord> words = new ArrayList<>();
    for (int i = miss.from(); i < miss.replacedFrom(); i++) {
      words.add(new SpelledWord(recognized.get(i), listed.get(i - miss.from())));
    }
    if (!miss.isHit()) {
      words.addAll(
          replaced(
              recognized.subList(miss.replacedFrom(), miss.replacedTo()),
              listed.subList(miss.listedFrom(), miss.listedTo())));
    }
    for (int i = miss.replacedTo(); i < miss.to(); i++) {
      words.add(new SpelledWord(recognized.get(i), listed.get(listed.size() - (miss.to() - i))));
    }
    return words;
  }

  /**
   * Words of the list at the times of those recognised: one by one if there are as many, else by
   * their lengths.
   */
  private List<SpelledWord> replaced(List<Word> recognized, List<String> listed) {
    double confidence = confidence(recognized);
    boolean wordByWord = listed.size() == recognized.size();
    long start = recognized.get(0).startMilliseconds();
    long length = recognized.get(recognized.size() - 1).endMilliseconds() - start;
    long letters = listed.stream().mapToLong(String::length).sum();
    long before = 0;
    List<SpelledWord> words = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      String display = listed.get(i);
      long from = start + length * before / letters;
      before += display.length();
      long to = start + length * before / letters;
      Word word =
          new Word(
              lexical(display),
              wordByWord ? recognized.get(i).startMilliseconds() : from,
              wordByWord ? recognized.get(i).endMilliseconds() : to,
              confidence);
      words.add(new SpelledWord(word, display));
    }
    return words;
  }

  private String lexical(String display) {
    return LowerCase.of(display, locale).replaceAll("^\\p{P}+|\\p{P}+$", "");
  }
}
