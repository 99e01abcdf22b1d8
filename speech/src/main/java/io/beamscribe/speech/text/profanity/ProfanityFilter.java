// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import io.beamscribe.speech.text.WrittenLanguage;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Masks, removes or marks profanity. Whole words only, in every inflection that the list of the
 * language gives, whatever their case and the marks around them. Thread-safe; the same input gives
 * the same output.
 */
public final class ProfanityFilter {
  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, ProfanityList.OfLanguage> LISTS = new ConcurrentHashMap<>();

  /** Languages whose words are found within text, as recognisers divide it anywhere. */
  private static final Set<String> WITHIN_TEXT = Set.of("ja", "zh", "yue");

  private final ProfanityMode mode;
  private final Finder known;
  private final Finder exceptions;
  private final Finder own;
  private final Finder ownExceptions;

  private ProfanityFilter(
      String locale, ProfanityMode mode, Collection<String> words, Collection<String> excepted) {
    this.mode = mode;
    ProfanityList.OfLanguage lists = LISTS.computeIfAbsent(locale, ProfanityList.OfLanguage::read);
    known = finder(lists.words(), locale);
    exceptions = finder(lists.exceptions(), locale);
    own = finder(list(locale, words), locale);
    ownExceptions = finder(list(locale, excepted), locale);
  }

  private static Finder finder(ProfanityList list, String locale) {
    String language = WrittenLanguage.of(locale);
    return WITHIN_TEXT.contains(language)
        ? new UnspacedFinder(list, locale)
        : new WordFinder(list, locale);
  }

  private static ProfanityList list(String locale, Collection<String> lines) {
    ProfanityList list = new ProfanityList(locale);
    lines.forEach(list::add);
    return list;
  }

  /**
   * A filter for a language. One without a list masks the user's words only.
   *
   * @param locale BCP-47 tag
   * @param words the user's, besides those of the language: words or several words in a row, with
   *     {@code *} at the end for anything after it
   * @param exceptions words, or several in a row, that stay as they are
   */
  public static ProfanityFilter of(
      String locale, ProfanityMode mode, Collection<String> words, Collection<String> exceptions) {
    return new ProfanityFilter(locale, mode, words, exceptions);
  }

  /**
   * Display words without profanity, each with the words it had. Where it is removed, a display
   * word that had nothing else is gone, and one that follows at the beginning of a sentence takes
   * its capital letter, or the one before it the mark that ends the sentence.
   */
  public List<DisplayWord> apply(List<DisplayWord> pieces) {
    if (mode == ProfanityMode.NONE) {
      return pieces;
    }
    PieceText text = PieceText.of(pieces);
    List<TextRange> found = find(text.text());
    if (found.isEmpty()) {
      return pieces;
    }
    List<DisplayWord> masked =
        IntStream.range(0, pieces.size())
            .mapToObj(i -> masked(pieces.get(i), text.within(i, found)))
            .toList();
    return mode == ProfanityMode.REMOVED ? Gaps.close(pieces, masked) : masked;
  }

  private DisplayWord masked(DisplayWord piece, List<TextRange> found) {
    return found.isEmpty()
        ? piece
        : new DisplayWord(
            Rewriter.write(piece.text(), found, mode), piece.firstWord(), piece.endWord());
  }

  /** A text without profanity. */
  public String apply(String text) {
    return mode == ProfanityMode.NONE ? text : Rewriter.write(text, find(text), mode);
  }

  /**
   * A reading without profanity in the forms for readers. What was spoken and its numbers in
   * figures, the forms {@code lexical} and {@code itn}, stay. Where every display word is removed,
   * an empty one is left.
   */
  public Reading apply(Reading reading) {
    if (mode == ProfanityMode.NONE) {
      return reading;
    }
    String display = apply(reading.display());
    String maskedItn = apply(reading.maskedItn());
    List<DisplayWord> before =
        reading.displayWords().isEmpty() ? spoken(reading) : reading.displayWords();
    List<DisplayWord> after = apply(before);
    if (after.isEmpty() && !before.isEmpty()) {
      after = List.of(new DisplayWord("", 0, reading.words().size()));
    }
    return new Reading(
        reading.lexical(),
        reading.itn(),
        maskedItn,
        display,
        reading.confidence(),
        reading.words(),
        after,
        reading.recognized());
  }

  private static List<DisplayWord> spoken(Reading reading) {
    return IntStream.range(0, reading.words().size())
        .mapToObj(i -> new DisplayWord(reading.words().get(i).text(), i, i + 1))
        .toList();
  }

  private List<TextRange> find(String text) {
    List<TextRange> found = new ArrayList<>(own.in(text));
    List<TextRange> usual = known.in(text);
    if (!usual.isEmpty()) {
      List<TextRange> harmless = exceptions.in(text);
      usual.stream()
          .filter(range -> harmless.stream().noneMatch(range::overlaps))
          .filter(range -> found.stream().noneMatch(range::overlaps))
          .toList()
          .forEach(found::add);
    }
    if (found.isEmpty()) {
      return found;
    }
    List<TextRange> kept = ownExceptions.in(text);
    return found.stream()
        .filter(range -> kept.stream().noneMatch(range::overlaps))
        .sorted((a, b) -> a.start() - b.start())
        .toList();
  }
}
