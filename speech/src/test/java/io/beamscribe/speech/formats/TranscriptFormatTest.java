// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static io.beamscribe.speech.transcript.Transcripts.withoutWords;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.speakers.SpeakerPhrases;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.ResultSchema;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TranscriptFormatTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsWord(TranscriptFormat format) {
    assertThat(TranscriptFormat.parse(format.word())).isEqualTo(format);
    assertThat(TranscriptFormat.parse(" " + format.name() + " ")).isEqualTo(format);
  }

  @Test
  void namesAllFormatsWhereThereIsNoneOfAWord() {
    assertThatThrownBy(() -> TranscriptFormat.parse(" doc "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no format 'doc'. Formats are json, txt, srt, vtt, ctm, rttm, ttml,"
                + " karaoke, textgrid, stm, eaf, audacity, docx, html, analytics, call.");
  }

  @Test
  void bitsThatAreStoredStayAsTheyAre() {
    assertThat(TranscriptFormat.JSON.storedBit()).isEqualTo(1);
    assertThat(TranscriptFormat.TXT.storedBit()).isEqualTo(2);
    assertThat(TranscriptFormat.SRT.storedBit()).isEqualTo(4);
    assertThat(TranscriptFormat.VTT.storedBit()).isEqualTo(8);
    assertThat(TranscriptFormat.CTM.storedBit()).isEqualTo(16);
    assertThat(TranscriptFormat.RTTM.storedBit()).isEqualTo(32);
    assertThat(Stream.of(TranscriptFormat.values()).map(TranscriptFormat::storedBit))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameFromTheJsonAgainAndInEveryLocale(TranscriptFormat format) throws Exception {
    Transcript transcript =
        Transcripts.of(
            List.of(0, 1), phrase(0, 61_234, 333, "첫 번째 문장"), phrase(1, 62_000, 250, "second one"));
    byte[] bytes = format.write(transcript, FormatOptions.DEFAULT);
    byte[] json = TranscriptFormat.JSON.write(transcript, FormatOptions.DEFAULT);

    assertThat(format.write(TranscriptJson.read(json), FormatOptions.DEFAULT)).isEqualTo(bytes);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      assertThat(format.write(transcript, FormatOptions.DEFAULT)).isEqualTo(bytes);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void textHasAPhraseALine() {
    assertThat(
            text(TranscriptFormat.TXT, mono(phrase(0, 0, 300, "one two"), phrase(0, 900, 1, "셋"))))
        .isEqualTo("one two\n셋\n");
    assertThat(
            text(
                TranscriptFormat.TXT,
                Transcripts.of(
                    List.of(0, 1),
                    phrase(0, 0, 300, "hello"),
                    phrase(0, 5000, 300, "fine"),
                    phrase(1, 1000, 300, "how are you"))))
        .isEqualTo("Channel 1: hello\nChannel 2: how are you\nChannel 1: fine\n");
    assertThat(text(TranscriptFormat.TXT, mono())).isEmpty();
  }

  @Test
  void ctmHasAWordALine() {
    assertThat(
            text(
                TranscriptFormat.CTM,
                Transcripts.of(
                    List.of(0, 1),
                    phrase(
                        0, new Word("hello", 760, 1080, 0.9), new Word("of course", 1080, 1080, 1)),
                    withoutWords(1, 2000, 3000, "abc defg"))))
        .isEqualTo(
            """
            first_call 1 0.760 0.320 hello 0.900000
            first_call 1 1.080 0.000 of_course 1.000000
            first_call 2 2.000 0.375 abc 0.500000
            first_call 2 2.500 0.500 defg 0.500000
            """);
    assertThat(text(TranscriptFormat.CTM, mono())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://bucket/a b/c\u3000d.tar.mp3|c_d.tar",
        ";;no comment.wav|_no_comment",
        ".hidden|.hidden",
        "folder/|audio",
        "한국어.wav|한국어"
      })
  void ctmNamesAreOneField(String source, String name) {
    Transcript transcript =
        new Transcript(
            source, Instant.EPOCH, 1000, List.of(0), List.of(phrase(0, 0, 100, "yes")), null);
    assertThat(text(TranscriptFormat.CTM, transcript)).startsWith(name + " 1 0.000 0.100 yes ");
  }

  /** Two speakers who take turns, one of whom also speaks during the other's turn. */
  private static Transcript talk() {
    Provenance asked = Transcripts.provenance();
    List<SpeakerTurn> turns =
        List.of(
            new SpeakerTurn(1, 0, 0, 1300),
            new SpeakerTurn(2, 0, 900, 1150),
            new SpeakerTurn(2, 0, 1500, 2100));
    Transcript plain =
        mono(phrase(0, 0, 300, "How are you, my friend?"), phrase(0, 1500, 300, "Fine & well."));
    return new Transcript(
        plain.source(),
        plain.timestamp(),
        plain.durationMilliseconds(),
        plain.channels(),
        new SpeakerPhrases(turns).label(plain.phrases()),
        new Provenance(
            asked.version(),
            asked.engine(),
            asked.model(),
            asked.modelDigest(),
            asked.locale(),
            asked.models(),
            asked.task(),
            asked.fingerprint(),
            asked.audio(),
            asked.speechShare(),
            asked.segments(),
            asked.flags(),
            turns,
            null,
            null));
  }

  @Test
  void speakersAreNamedInAllFormats() throws Exception {
    assertThat(text(TranscriptFormat.TXT, talk()))
        .isEqualTo("Speaker 1: How are you, my friend?\nSpeaker 2: Fine & well.\n");
    assertThat(text(TranscriptFormat.SRT, talk()))
        .contains("Speaker 1: How are you, my friend?\n", "Speaker 2: Fine & well.\n");
    assertThat(text(TranscriptFormat.VTT, talk()))
        .contains("<v Speaker 1>How are you, my friend?\n", "<v Speaker 2>Fine &amp; well.\n");
    assertThat(text(TranscriptFormat.RTTM, talk()))
        .isEqualTo(
            """
            SPEAKER first_call 1 0.000 1.300 <NA> <NA> 1 <NA> <NA>
            SPEAKER first_call 1 0.900 0.250 <NA> <NA> 2 <NA> <NA>
            SPEAKER first_call 1 1.500 0.600 <NA> <NA> 2 <NA> <NA>
            """);
    byte[] json = TranscriptFormat.JSON.write(talk(), FormatOptions.DEFAULT);
    assertThat(new String(json, UTF_8)).contains("\"speaker\": 2");
    assertThat(TranscriptJson.read(json)).isEqualTo(talk());
    ResultSchema.check(json);
  }

  private static String text(TranscriptFormat format, Transcript transcript) {
    return new String(format.write(transcript, FormatOptions.DEFAULT), UTF_8);
  }
}
