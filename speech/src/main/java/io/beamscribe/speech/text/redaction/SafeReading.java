// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.text.WrittenLanguage;
import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.TextClock;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A reading with placeholders. Each stands for the words of an entity as one word with their times,
 * so that neither their number nor their lengths are left.
 */
final class SafeReading {
  private static final Pattern MARKS =
      Pattern.compile("^([^\\p{L}\\p{N}+@_]*).*?([^\\p{L}\\p{N}/_]*)$", Pattern.DOTALL);

  private final Reading reading;
  private final String locale;

  SafeReading(Reading reading, String locale) {
    this.reading = reading;
    this.locale = locale;
  }

  /** Spans that begin and end with a display word. */
  List<Span> whole(List<Span> spans) {
    List<Span> wider = new ArrayList<>();
    for (Span span : spans) {
      int first = span.first();
      int end = span.end();
      for (DisplayWord shown : reading.displayWords()) {
        if (shown.firstWord() < span.end() && shown.endWord() > span.first()) {
          first = Math.min(first, shown.firstWord());
          end = Math.max(end, shown.endWord());
        }
      }
      wider.add(new Span(span.kind(), first, end, span.confidence()));
    }
    return Span.merged(wider);
  }

  /**
   * The reading with placeholders.
   *
   * @param spans from {@link #whole}; at least one
   */
  Reading without(List<Span> spans) {
    List<Word> words = new ArrayList<>();
    List<DisplayWord> shown = new ArrayList<>();
    List<DisplayWord> before = displayWords();
    int[] places =
        new TextClock(reading.display(), reading.displayed()).wordStarts().stream().toArray();
    boolean placed = places.length == before.size();
    StringBuilder display = new StringBuilder();
    int at = 0;
    int piece = 0;
    int word = 0;
    for (Span span : spans) {
      for (; piece < before.size() && before.get(piece).firstWord() < span.first(); piece++) {
        shown.add(moved(before.get(piece), words.size() - word));
      }
      words.addAll(reading.words().subList(word, span.first()));
      int from = piece;
      while (piece < before.size() && before.get(piece).firstWord() < span.end()) {
        piece++;
      }
      String text = span.kind().placeholder();
      if (piece > from) {
        String marked = marked(before.get(from).text(), text, before.get(piece - 1).text());
        shown.add(new DisplayWord(marked, words.size(), words.size() + 1));
        if (placed) {
          int end = places[piece - 1] + before.get(piece - 1).text().length();
          placed = end <= reading.display().length() && places[from] >= at;
          if (placed) {
            display.append(reading.display(), at, places[from]).append(marked);
            at = end;
          }
        }
      }
      words.add(word(text, reading.words().subList(span.first(), span.end())));
      word = span.end();
    }
    for (; piece < before.size(); piece++) {
      shown.add(moved(before.get(piece), words.size() - word));
    }
    words.addAll(reading.words().subList(word, reading.words().size()));
    String written =
        placed
            ? display.append(reading.display(), at, reading.display().length()).toString()
            : joined(shown);
    return forms(words, shown, written);
  }

  private Reading forms(List<Word> words, List<DisplayWord> shown, String display) {
    String lexical =
        words.stream().map(Word::text).filter(text -> !text.isEmpty()).collect(joining(" "));
    String itn =
        reading.itn().equals(reading.display())
            ? display
            : InverseTextNormalizer.of(locale)
                .write(words.stream().map(Word::text).toList())
                .stream()
                .map(DisplayWord::text)
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
    return new Reading(lexical, itn, itn, display, reading.confidence(), words, shown);
  }

  private List<DisplayWord> displayWords() {
    return reading.displayWords().isEmpty()
        ? IntStream.range(0, reading.words().size())
            .mapToObj(i -> new DisplayWord(reading.words().get(i).text(), i, i + 1))
            .toList()
        : reading.displayWords();
  }

  private static DisplayWord moved(DisplayWord shown, int by) {
    return new DisplayWord(shown.text(), shown.firstWord() + by, shown.endWord() + by);
  }

  private static Word word(String text, List<Word> of) {
    return new Word(
        text,
        of.get(0).startMilliseconds(),
        of.get(of.size() - 1).endMilliseconds(),
        of.stream().mapToDouble(Word::confidence).min().orElseThrow());
  }

  /** A placeholder with the marks before and after what it stands for. */
  private static String marked(String first, String text, String last) {
    Matcher before = MARKS.matcher(first);
    Matcher after = MARKS.matcher(last);
    return before.matches() && after.matches() ? before.group(1) + text + after.group(2) : text;
  }

  private String joined(List<DisplayWord> shown) {
    return WrittenLanguage.joined(shown.stream().map(DisplayWord::text).toList(), locale);
  }
}
