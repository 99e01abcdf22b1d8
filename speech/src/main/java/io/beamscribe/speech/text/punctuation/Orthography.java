// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import io.beamscribe.speech.text.FirstCapital;
import io.beamscribe.speech.text.punctuation.LanguageMarks.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the orthography of a language asks for, however marks and capital letters were found:
 * sentences begin with a capital letter, and so do the words of names of countries; no mark stands
 * before a particle; German infinitives are nouns behind <i>zum</i>. Thread-safe.
 */
public final class Orthography {
  /** The ending of German infinitives and the shortest of them. */
  private static final String INFINITIVE = "n";

  private static final int SHORTEST = 5;

  /** Endings of adjectives that stand behind the same words: <i>zum ersten</i>. */
  private static final List<String> ADJECTIVES = List.of("sten", "chen", "igen", "lichen", "ßen");

  private static final Set<String> OTHERS =
      Set.of("anderen", "andern", "einen", "beiden", "zweiten", "dritten", "vierten", "letzten");

  private static final Set<String> JOINING = Set.of("und", "oder", "sowie");

  private final LanguageMarks marks;
  private final Locale locale;

  private Orthography(LanguageMarks marks, Locale locale) {
    this.marks = marks;
    this.locale = locale;
  }

  /** That of a locale. */
  public static Orthography of(String locale) {
    return of(LanguageMarks.of(locale), Locale.forLanguageTag(locale));
  }

  /** The same, of what is known of it. */
  static Orthography of(LanguageMarks marks, Locale locale) {
    return new Orthography(marks, locale);
  }

  /** The words of a channel in order, as they are to be written. */
  public List<MarkedWord> written(List<MarkedWord> words) {
    List<MarkedWord> written = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      MarkedWord word = words.get(i);
      boolean loose = i + 1 < words.size() && marks.particles.contains(words.get(i + 1).spelling());
      boolean begins = i > 0 && written.get(i - 1).endsSentence();
      MarkedWord kept = loose ? word.followedBy("") : word;
      written.add(begins || isNoun(words, i) ? capital(kept) : kept);
    }
    return names(written);
  }

  private MarkedWord capital(MarkedWord word) {
    return word.spelled(FirstCapital.of(word.spelling(), locale));
  }

  /** Whether a German infinitive stands where only a noun can. */
  private boolean isNoun(List<MarkedWord> words, int at) {
    if (at == 0 || !marks.nominal.contains(words.get(at - 1).spelling().toLowerCase(locale))) {
      return false;
    }
    MarkedWord word = words.get(at);
    String text = word.spelling();
    if (!text.endsWith(INFINITIVE)
        || text.length() < SHORTEST
        || OTHERS.contains(text)
        || ADJECTIVES.stream().anyMatch(text::endsWith)) {
      return false;
    }
    if (!word.after().isEmpty()) {
      return word.endsSentence();
    }
    if (at + 1 == words.size()) {
      return true;
    }
    String next = words.get(at + 1).spelling();
    return !next.isEmpty() && Character.isLowerCase(next.codePointAt(0)) && !JOINING.contains(next);
  }

  /** With the capital letters of names of several words, which hyphens may join. */
  List<MarkedWord> names(List<MarkedWord> words) {
    if (marks.names.isEmpty()) {
      return words;
    }
    List<MarkedWord> written = new ArrayList<>(words);
    List<Part> parts = parts(words);
    for (int i = 0; i < parts.size(); i++) {
      for (Name name : marks.names.getOrDefault(parts.get(i).spoken(), List.of())) {
        if (stands(name, parts, i, words)) {
          for (int k = 0; k < name.written().size(); k++) {
            spell(written, parts.get(i + k), name.written().get(k));
          }
        }
      }
    }
    return written;
  }

  /**
   * A part of a word between hyphens.
   *
   * @param word its number
   * @param start of it in that word
   */
  private record Part(int word, int start, String spoken) {}

  private List<Part> parts(List<MarkedWord> words) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int start = 0;
      for (String part : words.get(i).spelling().split("-", -1)) {
        parts.add(new Part(i, start, part.toLowerCase(locale)));
        start += part.length() + 1;
      }
    }
    return parts;
  }

  private static boolean stands(Name name, List<Part> parts, int from, List<MarkedWord> words) {
    int end = from + name.spoken().size();
    if (end > parts.size()) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (!parts.get(i).spoken().equals(name.spoken().get(i - from))
          || i > from
              && parts.get(i).word() > parts.get(i - 1).word()
              && !words.get(parts.get(i - 1).word()).after().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Writes a part with the capital letter that it has in a name; others stay. */
  private static void spell(List<MarkedWord> words, Part part, String name) {
    MarkedWord word = words.get(part.word());
    String text = word.spelling();
    if (part.start() + name.length() <= text.length() && !name.equals(part.spoken())) {
      words.set(
          part.word(),
          word.spelled(
              text.substring(0, part.start())
                  + name
                  + text.substring(part.start() + name.length())));
    }
  }
}
