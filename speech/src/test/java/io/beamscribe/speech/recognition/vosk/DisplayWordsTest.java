// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayWordsTest {
  @TempDir Path model;

  @Test
  void wordsThatStandForAnotherBecomeItWithTheTimeOfAll() throws Exception {
    Files.writeString(model.resolve("words.tsv"), "CNTK\tc n t k\nCN\tc n\n");
    Phrase phrase = DisplayWords.of(model).write(phrase("use c n t k or c n t"));
    Reading reading = phrase.best();
    assertThat(reading.display()).isEqualTo("use CNTK or CN t");
    assertThat(reading.words().get(1)).isEqualTo(new Word("CNTK", 100, 500, .1));
  }

  @Test
  void partialResultsHaveThemToo() throws Exception {
    Files.writeString(model.resolve("words.tsv"), "CNTK\tc n t k\n");
    Phrase partial =
        new Phrase(0, 0, 500, "ko-KR", List.of(Reading.verbatim("use c n t k", 0, List.of())));
    assertThat(DisplayWords.of(model).write(partial).best())
        .isEqualTo(Reading.verbatim("use CNTK", 0, List.of()));
  }

  @Test
  void modelWithoutSuchWordsChangesNothing() throws Exception {
    Phrase phrase = phrase("c n t k");
    assertThat(DisplayWords.of(model).write(phrase)).isSameAs(phrase);
  }

  private static Phrase phrase(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      long start = 100L * words.size();
      words.add(new Word(word, start, start + 100, words.size() / 10.0));
    }
    return new Phrase(
        0, 0, 100L * words.size(), "ko-KR", List.of(Reading.verbatim(text, 1, words)));
  }
}
