// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.text.redaction.detection.NameWords;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Who was named once is meant where a part of his name is said again, by whomever: a name that a
 * greeting or the model gave away must not stand in the rest of the call.
 */
final class NameMentions {
  /** Names that are less sure are not looked for elsewhere. */
  private static final double LEAST = 0.5;

  /** What a mention is sure of, of what the name is. */
  private static final double SHARE = 0.9;

  private final Map<String, Double> names = new HashMap<>();

  private NameMentions() {}

  /**
   * Adds the later and earlier mentions of the names among some spans.
   *
   * @param spans by phrase
   */
  static void add(List<Phrase> phrases, Function<Phrase, String> tongue, List<List<Span>> spans) {
    NameMentions mentions = new NameMentions();
    for (int i = 0; i < phrases.size(); i++) {
      List<Word> words = TimedReading.words(phrases.get(i));
      for (Span span : spans.get(i)) {
        if (span.kind() == PersonalData.NAME && span.confidence() >= LEAST) {
          mentions.learn(
              words.subList(span.first(), span.end()), tongue.apply(phrases.get(i)), span);
        }
      }
    }
    if (!mentions.names.isEmpty()) {
      for (int i = 0; i < phrases.size(); i++) {
        mentions.find(TimedReading.words(phrases.get(i)), spans.get(i));
      }
    }
  }

  private void learn(List<Word> words, String locale, Span span) {
    for (Word word : words) {
      String name = plain(word.text());
      if (NameWords.tells(name, locale)) {
        names.merge(name, span.confidence() * SHARE, Math::max);
      }
    }
  }

  private void find(List<Word> words, List<Span> spans) {
    findSpelled(words, spans);
    for (int i = 0; i < words.size(); i++) {
      int word = i;
      Double confidence = names.get(plain(words.get(i).text()));
      boolean known = spans.stream().anyMatch(span -> span.first() <= word && word < span.end());
      if (confidence != null && !known) {
        spans.add(new Span(PersonalData.NAME, word, word + 1, confidence));
      }
    }
  }

  /** Where a name is spelled out, letter by letter. */
  private void findSpelled(List<Word> words, List<Span> spans) {
    int first = 0;
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i <= words.size(); i++) {
      String text = i < words.size() ? plain(words.get(i).text()) : "";
      if (text.length() == 1 || text.matches("\\p{L}(-\\p{L})+")) {
        letters.append(text.replace("-", ""));
        continue;
      }
      Double confidence = names.get(letters.toString());
      int from = first;
      if (confidence != null
          && letters.length() > 1
          && spans.stream().noneMatch(span -> span.first() <= from && from < span.end())) {
        spans.add(new Span(PersonalData.NAME, first, i, confidence));
      }
      letters.setLength(0);
      first = i + 1;
    }
  }

  /** In lower case, without marks around it and the ending of a possessive. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "")
        .replaceFirst("['’]s$", "");
  }
}
