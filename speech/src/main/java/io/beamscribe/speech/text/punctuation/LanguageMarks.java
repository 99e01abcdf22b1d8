// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.punctuation;

import io.beamscribe.speech.text.DataFile;
import io.beamscribe.speech.text.WrittenLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a language tells about marks and capital letters: its data file. Immutable. */
final class LanguageMarks {
  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, LanguageMarks> LOADED = new ConcurrentHashMap<>();

  final String language;
  final String fullStop;
  final String comma;
  final String questionMark;
  final String openingQuestion;

  /** Endings of the last word of a sentence, and the mark behind it. */
  final Map<String, String> endings = new LinkedHashMap<>();

  /** First words of questions, in words. */
  final List<List<String>> questions = new ArrayList<>();

  /** Marks by the words they are dictated with. */
  final Map<String, String> dictated = new HashMap<>();

  /** Words behind which the name of a mark is no mark. */
  final Set<String> leading = new HashSet<>();

  /** Spellings with capital letters, by what is spoken. */
  final Map<String, String> spellings = new HashMap<>();

  /** Names of several words in lower case, by the first of them. */
  final Map<String, List<Name>> names = new HashMap<>();

  /** Words that no mark stands in front of. */
  final Set<String> particles = new HashSet<>();

  /** Words behind which infinitives are nouns. */
  final Set<String> nominal = new HashSet<>();

  /**
   * A name of several words.
   *
   * @param spoken its words in lower case
   * @param written the same with capital letters
   */
  record Name(List<String> spoken, List<String> written) {}

  private LanguageMarks(String tag) {
    language = WrittenLanguage.of(tag);
    boolean wide = language.equals("ja") || language.equals("zh");
    fullStop = wide ? "。" : ".";
    comma = language.equals("ja") ? "、" : wide ? "，" : ",";
    questionMark = wide ? "？" : "?";
    openingQuestion = language.equals("es") ? "¿" : "";
    read();
  }

  /** Of a locale; a language without a data file has only its marks and names. */
  static LanguageMarks of(String locale) {
    return LOADED.computeIfAbsent(locale, LanguageMarks::new);
  }

  private void read() {
    for (List<String> row : DataFile.rowsIfAny(LanguageMarks.class, language + ".tsv")) {
      switch (row.get(0)) {
        case "ending" -> endings.put(row.get(1), row.get(2));
        case "question" -> questions.add(List.of(row.get(1).split(" ")));
        case "spelling" -> spell(row.get(1), row.get(2));
        case "particle" -> particles.add(row.get(1));
        case "nominal" -> nominal.add(row.get(1));
        case "dictated" -> dictated.put(row.get(1), row.get(2).replace("\\n", "\n"));
        case "leading" -> leading.add(row.get(1));
        default -> throw new IllegalStateException(language + ".tsv: " + row);
      }
    }
  }

  private void spell(String spoken, String written) {
    if (spoken.indexOf(' ') < 0) {
      spellings.put(spoken, written);
      return;
    }
    List<String> words = List.of(spoken.split(" "));
    names
        .computeIfAbsent(words.get(0), word -> new ArrayList<>())
        .add(new Name(words, List.of(written.split(" "))));
  }
}
