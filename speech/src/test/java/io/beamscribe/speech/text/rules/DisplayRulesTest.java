// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A user's own rules for the display text. */
class DisplayRulesTest {
  /** The examples of Azure's documentation, with the spoken forms that it names. */
  @Test
  void patternsFindWhatIsSaidInTheWaysPeopleSayIt() throws Exception {
    assertThat(itn("JO:500", "order j o five hundred now")).isEqualTo("order JO:500 now");
    assertThat(itn("JO:500", "jo five zero zero")).isEqualTo("JO:500");
    assertThat(itn("JO:500", "j o five oh oh")).isEqualTo("JO:500");
    assertThat(itn("JO:500", "j o five double zero")).isEqualTo("JO:500");
    assertThat(itn("JO:[5-7]00", "j o six hundred")).isEqualTo("JO:600");
    assertThat(itn("JO:[5-7]00", "j o nine hundred")).isEqualTo("j o 900");
    assertThat(itn("(AB|CD)-(\\d)+", "take a b nine")).isEqualTo("take AB-9");
    assertThat(itn("(AB|CD)-(\\d)+", "c d twenty two")).isEqualTo("CD-22");
    assertThat(itn("(AB|CD)-(\\d)+", "c d two two")).isEqualTo("CD-22");
    assertThat(itn("{zippy>ZPI}-\\d\\d", "zippy twenty two")).isEqualTo("ZPI-22");
    assertThat(itn("{write} (\\u.)+", "please write a b c")).isEqualTo("please A.B.C.");
    assertThat(itn("\\d\\d\\d-\\d\\d\\d", "cadence one oh five one fifteen"))
        .isEqualTo("cadence 105-115");
    assertThat(itn("Space: 1999", "watching space nineteen ninety nine"))
        .isEqualTo("watching Space: 1999");
    assertThat(itn("\\d[05]{ to >-}\\d[05]", "fifteen to twenty")).isEqualTo("15-20");
    assertThat(itn("\\d\\(x\\)\\+", "three x plus")).isEqualTo("3(x)+");
  }

  @Test
  void piecesCoverEachWordOnce() throws Exception {
    DisplayRules rules = RulesFile.read("rules", "# itn\nJO:\\d00\n", "en-US");
    List<String> words = List.of("call j o five hundred at ten thirty p m".split(" "));
    List<DisplayWord> pieces = rules.itn(words, InverseTextNormalizer.of("en-US").write(words));
    int next = 0;
    for (DisplayWord piece : pieces) {
      assertThat(piece.firstWord()).isEqualTo(next);
      next = piece.endWord();
    }
    assertThat(next).isEqualTo(words.size());
    assertThat(pieces).extracting(DisplayWord::text).contains("JO:500", "10:30 PM");
  }

  @Test
  void rewritesTheLongestPhraseInAnyCaseAndKeepsMarks() throws Exception {
    DisplayRules rules =
        RulesFile.read(
            "rules",
            "#rewrite\ncovered 19\tCOVID-19\ngottfried leibniz\tGottfried Leibniz\ncovered\tX\n",
            "en-US");
    assertThat(rewrite(rules, "Covered 19, it is.")).isEqualTo("COVID-19, it is.");
    assertThat(rewrite(rules, "By gottfried, leibniz.")).isEqualTo("By Gottfried Leibniz.");
    assertThat(rewrite(rules, "Uncovered 19.")).isEqualTo("Uncovered 19.");
  }

  @Test
  void mistakesAndFailedTestsAreNamedByLine() {
    assertThatThrownBy(
            () ->
                RulesFile.read(
                    "my.txt", "# itn\nAB-(\\d\n\\d+\nx\\q\n# rewrite\nno tab\n# colour\n", "en-US"))
        .isInstanceOf(RulesException.class)
        .hasMessage(
            "my.txt:2: '(' without ')'.\n"
                + "my.txt:3: '+' must follow a phrase in parentheses.\n"
                + "my.txt:4: '\\q' means nothing.\n"
                + "my.txt:6: expected two texts with a tab between them.\n"
                + "my.txt:7: no section is called 'colour'; there are itn, rewrite, profanity and"
                + " test.");
    assertThatThrownBy(() -> RulesFile.read("t", "# itn\nAB\\d\n# test\na b two\tAB3\n", "en-US"))
        .hasMessage("t:4: 'a b two' gives 'AB2'.");
  }

  @Test
  void aFileWhoseTestsPassIsRead() throws Exception {
    String file =
        """
        # itn
        Space: 1999

        # rewrite
        covered 19\tCOVID-19

        # profanity
        xyz

        # test
        watching space nineteen ninety nine\tWatching Space: 1999
        covered nineteen is a virus\tCOVID-19 is a virus
        to mask xyz\tTo mask ***
        """;
    assertThat(RulesFile.read("f", file, "en-US").profanity()).containsExactly("xyz");
  }

  private static String itn(String pattern, String spoken) throws RulesException {
    List<String> words = List.of(spoken.split(" "));
    return RulesFile.read("rules", "# itn\n" + pattern, "en-US")
        .itn(words, InverseTextNormalizer.of("en-US").write(words))
        .stream()
        .map(DisplayWord::text)
        .collect(Collectors.joining(" "));
  }

  private static String rewrite(DisplayRules rules, String display) {
    String[] words = display.split(" ");
    List<DisplayWord> all = new ArrayList<>();
    for (int word = 0; word < words.length; word++) {
      all.add(new DisplayWord(words[word], word, word + 1));
    }
    return rules.rewrite(all).stream().map(DisplayWord::text).collect(Collectors.joining(" "));
  }
}
