// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.scoring.conversations.Turn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReferenceFilesTest {
  @Test
  void readsFileAndTextAndTellsWhatIsWrongByLine() {
    References read =
        read(
            "r.tsv",
            String.join(
                "\r\n",
                "\uFEFFa.wav\ten-US\tHello there",
                "",
                "b.wav\t",
                "c.wav\tEnglish!\thi",
                "a.wav\ten-US\tagain",
                "d.wav",
                "\ten-US\tx",
                ""));

    assertThat(read.utterances()).containsExactly(Utterance.of("a.wav", "en-US", "Hello there"));
    assertThat(read.bad())
        .extracting(bad -> bad.line() + " " + bad.sentence())
        .containsExactly(
            "3 The text is empty.",
            "4 'English!' is no locale.",
            "5 The file has a text already, in line 1.",
            "6 The line has 1 columns; file and text, or file, locale and text, are wanted.",
            "7 The line names no file.");
  }

  @Test
  void readsColumnsByTheirNames() {
    References read =
        read(
            "r.tsv",
            "speaker\tfile\tstart\tend\ttext\nAnn\ta.wav\t1.5\t2\thi\nBob\ta.wav\t3\t2\tno\n");

    assertThat(read.utterances())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.speaker()).isEqualTo("Ann");
              assertThat(each.start()).isEqualTo(1.5);
            });
    assertThat(read.bad()).extracting(BadLine::line).containsExactly(3);
  }

  @Test
  void twoColumnsOfLanguagesTellTheLanguageAlone() {
    References read = read("r.tsv", "a.flac\tko\nb.flac\ten-GB\n");

    assertThat(read.utterances()).isEmpty();
    assertThat(read.locales()).containsEntry("a.flac", "ko").containsEntry("b.flac", "en-GB");
  }

  @Test
  void readsSegmentsAndTheFirstOfAlternatives() {
    References read =
        read(
            "r.stm",
            """
            ;; comment
            f A ann 0.5 2.5 <o,f0> i { will / 'll } go { @ / um } on
            f 2 bob 3 4 IGNORE_TIME_SEGMENT_IN_SCORING
            f 1 ann 5 4 x
            f 1
            """);

    assertThat(read.utterances())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.channel()).isEqualTo(0);
              assertThat(each.text()).isEqualTo("i will go on");
            });
    assertThat(read.bad()).extracting(BadLine::line).containsExactly(4, 5);
  }

  @Test
  void readsSpeakers() {
    References read =
        read(
            "r.rttm",
            """
            SPKR-INFO f 1 <NA> <NA> <NA> adult ann <NA>
            SPEAKER f 1 1.5 0.5 <NA> <NA> ann <NA> <NA>
            SPEAKER f 1 x 0.5 <NA> <NA> b <NA>
            """);

    assertThat(read.turns().get("f")).containsExactly(new Turn("ann", 1.5, 2));
    assertThat(read.bad()).hasSize(1);
  }

  @Test
  void readsTiersOfPhrasesAndWords() {
    String grid =
        """
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0
        xmax = 3
        tiers? <exists>
        size = 2
        item []:
            item [1]:
                class = "IntervalTier"
                name = "Ann"
                xmin = 0
                xmax = 3
                intervals: size = 2
                intervals [1]:
                    xmin = 0
                    xmax = 2
                    text = "say \"\"no\"\"\"
                intervals [2]:
                    xmin = 2
                    xmax = 3
                    text = ""
            item [2]:
                class = "IntervalTier"
                name = "Ann words"
                xmin = 0
                xmax = 3
                intervals: size = 2
                intervals [1]:
                    xmin = 0
                    xmax = 0.75
                    text = "say"
                intervals [2]:
                    xmin = 0.75
                    xmax = 2
                    text = "no"
        """;
    References read = read("talk.TextGrid", grid);

    assertThat(read.bad()).isEmpty();
    assertThat(read.utterances())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.file()).isEqualTo("talk");
              assertThat(each.speaker()).isEqualTo("Ann");
              assertThat(each.text()).isEqualTo("say \"no\"");
              assertThat(each.words()).hasSize(2);
            });
    assertThat(read("x.TextGrid", "hello").bad()).hasSize(1);
  }

  private static References read(String name, String content) {
    return ReferenceFiles.read(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
