// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions of all data with references keep all rules. */
class CaptionCheckerTest {
  private static final long MILLISECONDS_PER_LETTER = 65;

  @ParameterizedTest
  @ValueSource(strings = {"customspeech", "librispeech"})
  void captionsOfReferencesKeepAllRules(String folder) throws IOException {
    Path references = SharedData.required(folder + "/refs.tsv");
    for (String line : Files.readAllLines(references)) {
      String[] row = line.split("\t");
      Transcript transcript = transcript(row[0], List.of(spoken(row[2], row[1], 500)));
      check(row[0], transcript, CaptionOptions.DEFAULT);
      check(row[0], transcript, new CaptionOptions(37, 1));
      check(row[0], transcript, new CaptionOptions(60, 3));
    }
  }

  @Test
  void captionsOfConversationsKeepAllRules() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.required("conversations"))) {
      files
          .filter(file -> file.toString().endsWith(".stm"))
          .forEach(
              file -> {
                Transcript transcript = transcript(file.toString(), turns(file));
                check(file.toString(), transcript, CaptionOptions.DEFAULT);
                check(file.toString(), transcript, new CaptionOptions(32, 2));
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'2\n00:00:01,000 --> 00:00:02,000\na\n'",
    "'1\n00:00:01.000 --> 00:00:02,000\na\n'",
    "'1\n00:00:01,000 --> 00:00:60,000\na\n'",
    "'1\n00:00:02,000 --> 00:00:02,000\na\n'",
    "'1\n00:00:02,000 --> 00:00:01,000\na\n'",
    "'1\n00:00:01,000 --> 00:00:02,000\n\na\n'",
    "'1\n00:00:01,000 --> 00:00:02,000\n\n'",
    "'1\n0:00:01,000 --> 0:00:02,000\na\n'",
    "'1\n00:00:01,00 --> 00:00:02,000\na\n'",
    "'1\n00:00:05,000 --> 00:00:06,000\na\n\n2\n00:00:01,000 --> 00:00:02,000\nb\n'",
    "'1\n00:00:01,000 --> 00:00:02,000\na\n\n\n2\n00:00:03,000 --> 00:00:04,000\nb\n'",
    "'1\n00:00:01,000 --> 00:00:02,000\na\n2\n00:00:03,000 --> 00:00:04,000\nb\n'"
  })
  void brokenSubRipIsRefused(String file) {
    assertThatThrownBy(() -> SrtGrammar.read(file)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void check(String name, Transcript transcript, CaptionOptions options) {
    assertThat(CaptionChecker.violations(transcript, options)).as(name + " " + options).isEmpty();
  }

  /** A text spoken evenly, with a pause after each sentence. */
  private static Phrase spoken(String text, String locale, long start) {
    List<Word> words = new ArrayList<>();
    List<String> spellings = new ArrayList<>();
    long at = start;
    for (String token : text.strip().split("\\s+")) {
      long end = at + MILLISECONDS_PER_LETTER * Math.max(2, token.length());
      words.add(new Word(token.toLowerCase(Locale.ROOT), at, end, 0.9));
      spellings.add(token);
      at = token.endsWith(".") || token.endsWith("?") ? end + 400 : end + 10;
    }
    return new Phrase(
        0, start, at, locale, List.of(Reading.spelled(text.strip(), 0.9, words, spellings)));
  }

  private static List<Phrase> turns(Path stm) {
    List<Phrase> turns = new ArrayList<>();
    Map<String, Integer> speakers = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(stm)) {
        String[] fields = line.split(" ", 6);
        long start = Math.round(1000 * Double.parseDouble(fields[3]));
        speakers.putIfAbsent(fields[2], speakers.size() + 1);
        turns.add(spoken(fields[5], "en-US", start).withSpeaker(speakers.get(fields[2])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return turns;
  }

  private static Transcript transcript(String source, List<Phrase> phrases) {
    long end = phrases.stream().mapToLong(Phrase::endMilliseconds).max().orElse(0);
    return new Transcript(source, Instant.EPOCH, end + 1000, List.of(0), phrases, null);
  }
}
