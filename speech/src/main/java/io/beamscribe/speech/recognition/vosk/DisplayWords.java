// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of a custom model that are written otherwise than they are said: {@code words.tsv} of its
 * folder has the written form and, after a tab, the words that stand for it. The longest at each
 * place are put together. Immutable.
 */
final class DisplayWords {
  private static final String FILE = "words.tsv";

  private final Map<List<String>, String> written;
  private final int longest;

  private DisplayWords(Map<List<String>, String> written) {
    this.written = written;
    this.longest = written.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Those of a model; none if it has no such file. */
  static DisplayWords of(Path model) throws IOException {
    Map<List<String>, String> written = new HashMap<>();
    if (Files.isRegularFile(model.resolve(FILE))) {
      for (String line : Files.readAllLines(model.resolve(FILE))) {
        String[] pair = line.split("\t", -1);
        if (pair.length == 2 && !pair[1].isBlank()) {
          written.putIfAbsent(List.of(pair[1].strip().split(" ")), pair[0]);
        }
      }
    }
    return new DisplayWords(written);
  }

  Phrase write(Phrase phrase) {
    return longest == 0
        ? phrase
        : phrase.withReadings(phrase.readings().stream().map(this::write).toList());
  }

  private Reading write(Reading reading) {
    List<Word> words = reading.words().isEmpty() ? untimed(reading.lexical()) : reading.words();
    List<Word> all = written(words);
    if (all.equals(words)) {
      return reading;
    }
    String text = String.join(" ", all.stream().map(Word::text).toList());
    return Reading.verbatim(
        text, reading.confidence(), reading.words().isEmpty() ? List.of() : all);
  }

  /** Those of a partial result have no times. */
  private static List<Word> untimed(String text) {
    return Stream.of(text.split(" ")).map(word -> new Word(word, 0, 0, 0)).toList();
  }

  private List<Word> written(List<Word> words) {
    List<Word> all = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(longest, words.size() - at);
      String found = null;
      while (length > 0 && found == null) {
        found = find(words.subList(at, at + length));
        length -= found == null ? 1 : 0;
      }
      all.add(found == null ? words.get(at) : joined(found, words.subList(at, at + length)));
      at += Math.max(1, length);
    }
    return all;
  }

  private @Nullable String find(List<Word> words) {
    return written.get(words.stream().map(Word::text).toList());
  }

  /** As sure as the least sure of its parts. */
  private static Word joined(String text, List<Word> parts) {
    return new Word(
        text,
        parts.get(0).startMilliseconds(),
        parts.get(parts.size() - 1).endMilliseconds(),
        parts.stream().mapToDouble(Word::confidence).min().orElse(0));
  }
}
