// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.text.rules.RulesText;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.TextProvenance;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormsTest {
  private static final TextOptions OPTIONS =
      new TextOptions(Punctuation.RULES, PunctuationMode.DICTATED_AND_AUTOMATIC);

  private static final RulesText RULES =
      new RulesText("rules.txt", "# rewrite\ncosts\tPrice:\n# profanity\nyes\n");

  private static final List<TextOptions> OTHERS =
      List.of(
          new TextOptions(Punctuation.NONE, PunctuationMode.AUTOMATIC),
          new TextOptions(Punctuation.RULES, PunctuationMode.NONE),
          OPTIONS.withRules(RULES),
          OPTIONS.withRules(new RulesText("", "# itn\n{하나>1}-{둘>2}\n# rewrite\n$25\tmuch\n")),
          OPTIONS.withProfanity(
              new ProfanityOptions(ProfanityMode.REMOVED, List.of("costs", "됩니다"), List.of())));

  @Test
  void whatIsOnlySpokenGetsMarks() {
    Reading reading = forms(verbatim("잘 됩니다"), OPTIONS);

    assertThat(reading.lexical()).isEqualTo("잘 됩니다");
    assertThat(reading.display()).isEqualTo("잘 됩니다.");
    assertThat(reading.displayWords())
        .containsExactly(new DisplayWord("잘", 0, 1), new DisplayWord("됩니다.", 1, 2));
  }

  @Test
  void aSpokenMarkBelongsToTheWordBefore() {
    Reading reading = forms(verbatim("다음 쉼표"), OPTIONS);

    assertThat(reading.lexical()).isEqualTo("다음 쉼표");
    assertThat(reading.display()).isEqualTo("다음,");
    assertThat(reading.displayWords()).containsExactly(new DisplayWord("다음,", 0, 2));
  }

  @Test
  void withoutPunctuationWordsStayAsSpoken() {
    Reading reading =
        forms(verbatim("잘 됩니다"), new TextOptions(Punctuation.NONE, PunctuationMode.AUTOMATIC));

    assertThat(reading.display()).isEqualTo("잘 됩니다");
  }

  @Test
  void aWrittenNumberIsSpokenWithWordsThatShareItsTime() {
    Reading reading = forms(written("Costs", "$25.", "Yes!"), OPTIONS);

    assertThat(reading.lexical()).isEqualTo("costs 이십오 달러 yes");
    assertThat(reading.itn()).isEqualTo("costs $25 yes");
    assertThat(reading.display()).isEqualTo("Costs $25. Yes!");
    assertThat(reading.displayWords())
        .containsExactly(
            new DisplayWord("Costs", 0, 1),
            new DisplayWord("$25.", 1, 3),
            new DisplayWord("Yes!", 3, 4));
    assertThat(reading.words().get(1)).isEqualTo(new Word("이십오", 1300, 1480, 0.9));
    assertThat(reading.words().get(2)).isEqualTo(new Word("달러", 1480, 1600, 0.9));
  }

  @Test
  void marksCanBeTakenAway() {
    TextOptions none = new TextOptions(Punctuation.AUTO, PunctuationMode.NONE);

    assertThat(forms(written("Costs", "$25.", "Yes!"), none).display()).isEqualTo("Costs $25 Yes");
  }

  @Test
  void aStoredResultGivesTheSameFormsAgain() throws SpeechException {
    for (Transcript fresh :
        List.of(
            fresh(verbatim("잘 됩니다 쉼표 그럼 하나 둘"), "ko-KR"),
            fresh(written("Costs", "$25.", "Yes!")))) {
      Transcript first = TextForms.of(fresh, OPTIONS);
      byte[] json = TranscriptJson.write(first, FormatOptions.DEFAULT);
      assertThat(
              TranscriptJson.write(
                  TextForms.of(TranscriptJson.read(json), OPTIONS), FormatOptions.DEFAULT))
          .isEqualTo(json);
      for (TextOptions others : OTHERS) {
        byte[] other =
            TranscriptJson.write(
                TextForms.of(TranscriptJson.read(json), others), FormatOptions.DEFAULT);
        byte[] again =
            TranscriptJson.write(
                TextForms.of(TranscriptJson.read(other), OPTIONS), FormatOptions.DEFAULT);
        assertThat(new String(again, UTF_8)).isEqualTo(new String(json, UTF_8));
        assertThat(TranscriptJson.write(TextForms.of(fresh, others), FormatOptions.DEFAULT))
            .isEqualTo(other);
      }
    }
  }

  @Test
  void theUsersRulesRewriteWhatAnEngineWroteForReaders() {
    TextOptions rules = OPTIONS.withRules(RULES);

    Reading reading = forms(written("Costs", "Fuck", "$25.", "Yes!"), rules);
    assertThat(reading.display()).isEqualTo("Price: Fuck $25. Y**!");
    assertThat(reading.lexical()).isEqualTo("costs fuck 이십오 달러 yes");
    assertThat(reading.recognized().display()).isEqualTo("Costs Fuck $25. Yes!");
  }

  private static Reading forms(Phrase phrase, TextOptions options) {
    boolean verbatim = phrase.best().displayWords().isEmpty();
    Transcript fresh = verbatim ? fresh(phrase, "ko-KR") : fresh(phrase);
    return TextForms.of(fresh, options).phrases().get(0).best();
  }

  private static Transcript fresh(Phrase phrase, String... verbatim) {
    Transcript mono = Transcripts.mono(phrase);
    return new Transcript(
        mono.source(),
        mono.timestamp(),
        mono.durationMilliseconds(),
        mono.channels(),
        mono.phrases(),
        mono.provenance().withText(TextProvenance.asRecognized(List.of(verbatim))));
  }

  private static Phrase verbatim(String text) {
    return Transcripts.phrase(0, 1000, 300, text);
  }

  /** A phrase of an engine that writes for readers. */
  private static Phrase written(String... display) {
    Phrase spoken =
        Transcripts.phrase(
            0,
            1000,
            300,
            String.join(" ", display).toLowerCase(java.util.Locale.ROOT).replaceAll("[.!]", ""));
    return spoken.withReadings(
        List.of(
            Reading.spelled(
                String.join(" ", display), 0.9, spoken.best().words(), List.of(display))));
  }
}
