// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript.json;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.ModelUse;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.ResultSchema;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.BlockTranscriptJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptJsonTest {
  private static final Transcript CALL =
      Transcripts.of(
          List.of(0, 1),
          phrase(0, new Word("안녕하세요", 760, 1080, 0.9), new Word("여러분", 1080, 2080, 0.123456)),
          phrase(1, 3_723_400, 320, "hello \"world\" <b> \\ back"),
          new Phrase(
              0,
              5000,
              5500,
              null,
              List.of(
                  Reading.verbatim("yes", 0.75, List.of(new Word("yes", 5000, 5500, 1))),
                  Reading.verbatim("yet", 0.25, List.of(new Word("yet", 5000, 5400, 0))))));

  private static final Phrase SHOWN =
      new Phrase(
          0,
          100,
          1300,
          "en-US",
          List.of(
              Reading.spelled(
                  "25 dogs!",
                  0.5,
                  List.of(new Word("twenty five", 100, 900, 0.5), new Word("dogs", 900, 1300, 0.5)),
                  List.of("25", "dogs!"))));

  /** A phrase in all text forms. */
  private static final Phrase FORMED =
      phrase(
          0,
          new Reading(
              "call damn five five five at nine",
              "call damn 555 at 9:00",
              "call **** 555 at 9:00",
              "Call ****: 555 at 9:00.",
              0.75,
              List.of(
                  new Word("call", 100, 300, .5),
                  new Word("damn", 300, 500, .5),
                  new Word("five", 500, 700, .5),
                  new Word("five", 700, 700, .25),
                  new Word("five", 700, 1100, .5),
                  new Word("at", 1200, 1300, .5),
                  new Word("nine", 1300, 1600, .5)),
              List.of(
                  new DisplayWord("Call", 0, 1),
                  new DisplayWord("****:", 1, 2),
                  new DisplayWord("555", 2, 5),
                  new DisplayWord("at", 5, 6),
                  new DisplayWord("9:00.", 6, 7))));

  @Test
  void hasTheMembersOfTheServiceInTheirOrder() throws IOException {
    String json = new String(write(mono(phrase(0, 760, 320, "hello world"))), UTF_8);

    assertThat(json)
        .startsWith(
            """
            {
              "source": "calls/first call.wav",
              "timestamp": "2026-11-21T10:20:30Z",
              "durationInTicks": 600000000,
              "durationMilliseconds": 60000,
              "duration": "PT1M",
              "combinedRecognizedPhrases": [
                {
                  "channel": 0,
                  "lexical": "hello world",
                  "itn": "hello world",
                  "maskedITN": "hello world",
                  "display": "hello world"
                }
              ],
              "recognizedPhrases": [
                {
                  "recognitionStatus": "Success",
                  "channel": 0,
                  "offset": "PT0.76S",
                  "duration": "PT0.64S",
                  "offsetInTicks": 7600000,
                  "durationInTicks": 6400000,
                  "offsetMilliseconds": 760,
                  "durationMilliseconds": 640,
                  "nBest": [
                    {
                      "confidence": 0.912345,
                      "lexical": "hello world",
                      "itn": "hello world",
                      "maskedITN": "hello world",
                      "display": "hello world",
                      "words": [
                        {"word": "hello", "offset": "PT0.76S", "duration": "PT0.32S", \
            "offsetInTicks": 7600000, "durationInTicks": 3200000, "offsetMilliseconds": 760, \
            "durationMilliseconds": 320, "confidence": 0.9},
                        {"word": "world", "offset": "PT1.08S", "duration": "PT0.32S", \
            "offsetInTicks": 10800000, "durationInTicks": 3200000, "offsetMilliseconds": 1080, \
            "durationMilliseconds": 320, "confidence": 0.9}
                      ]
                    }
                  ]
                }
              ],
              "beamscribe": {
                "version": "0.1.0",
                "engine": "vosk",
                "model": "vosk-small-ko",
            """)
        .endsWith(
            """
                "speechShare": 0.4375,
                "segments": [
                  {"channel": 0, "offsetMilliseconds": 500, "durationMilliseconds": 4000},
                  {"channel": 1, "offsetMilliseconds": 5000, "durationMilliseconds": 12345}
                ],
                "flags": [
                  {"kind": "repetition", "channel": 1, "offsetMilliseconds": 5000, \
            "durationMilliseconds": 1200, "detail": "said 12 times"}
                ]
              }
            }
            """);
  }

  @Test
  void readsBackWhatItWrote() throws SpeechException {
    assertThat(TranscriptJson.read(write(CALL))).isEqualTo(CALL);
    Transcript silent = Transcripts.of(List.of(0, 1));
    assertThat(TranscriptJson.read(write(silent))).isEqualTo(silent);
  }

  @Test
  void writesDisplayFormsAndLocalesWhereThereAreAny() throws Exception {
    Transcript shown = mono(SHOWN, phrase(0, 3000, 320, "as spoken"));
    JsonNode phrases = parse(write(shown)).at("/recognizedPhrases");

    assertThat(phrases.at("/0/locale").asText()).isEqualTo("en-US");
    assertThat(phrases.at("/0/nBest/0/lexical").asText()).isEqualTo("twenty five dogs");
    assertThat(phrases.at("/0/nBest/0/display").asText()).isEqualTo("25 dogs!");
    assertThat(phrases.at("/0/nBest/0/displayWords").toString())
        .isEqualTo(
            "[{\"displayText\":\"25\",\"offset\":\"PT0.1S\",\"duration\":\"PT0.8S\","
                + "\"offsetInTicks\":1000000,\"durationInTicks\":8000000,"
                + "\"offsetMilliseconds\":100,\"durationMilliseconds\":800},"
                + "{\"displayText\":\"dogs!\",\"offset\":\"PT0.9S\",\"duration\":\"PT0.4S\","
                + "\"offsetInTicks\":9000000,\"durationInTicks\":4000000,"
                + "\"offsetMilliseconds\":900,\"durationMilliseconds\":400}]");
    assertThat(phrases.at("/1/locale").isMissingNode()).isTrue();
    assertThat(phrases.at("/1/nBest/0/words").size()).isEqualTo(2);
    assertThat(phrases.at("/1/nBest/0/displayWords").isMissingNode()).isTrue();
    assertThat(TranscriptJson.read(write(shown))).isEqualTo(shown);
    ResultSchema.check(write(shown));
    String withoutTimes = new String(TranscriptJson.write(shown, new FormatOptions(false)), UTF_8);
    assertThat(withoutTimes).doesNotContain("displayWords").doesNotContain("\"words\"");
  }

  @Test
  void readsDocumentsFromBeforeTasksAndFlags() throws Exception {
    ObjectNode document = (ObjectNode) parse(write(CALL));
    ((ObjectNode) document.get("beamscribe")).remove(List.of("task", "flags", "models"));
    Provenance read = TranscriptJson.read(document.toString().getBytes(UTF_8)).provenance();
    assertThat(read.flags()).isEmpty();
    assertThat(read.models()).isEmpty();
  }

  @Test
  void writesAndReadsAllFormsAndWordsThatAreShownAsOne() throws Exception {
    Transcript formed = mono(FORMED);
    JsonNode best = parse(write(formed)).at("/recognizedPhrases/0/nBest/0");

    assertThat(best.at("/lexical").asText()).isEqualTo("call damn five five five at nine");
    assertThat(best.at("/itn").asText()).isEqualTo("call damn 555 at 9:00");
    assertThat(best.at("/maskedITN").asText()).isEqualTo("call **** 555 at 9:00");
    assertThat(best.at("/display").asText()).isEqualTo("Call ****: 555 at 9:00.");
    assertThat(best.at("/displayWords/2").toString())
        .isEqualTo(
            "{\"displayText\":\"555\",\"offset\":\"PT0.5S\",\"duration\":\"PT0.6S\","
                + "\"offsetInTicks\":5000000,\"durationInTicks\":6000000,"
                + "\"offsetMilliseconds\":500,\"durationMilliseconds\":600}");
    JsonNode combined = parse(write(formed)).at("/combinedRecognizedPhrases/0");
    assertThat(combined.at("/lexical").asText()).isEqualTo("call damn five five five at nine");
    assertThat(combined.at("/itn").asText()).isEqualTo("call damn 555 at 9:00");
    assertThat(combined.at("/maskedITN").asText()).isEqualTo("call **** 555 at 9:00");
    assertThat(combined.at("/display").asText()).isEqualTo("Call ****: 555 at 9:00.");
    assertThat(TranscriptJson.read(write(formed))).isEqualTo(formed);
    ResultSchema.check(write(formed));
  }

  @Test
  void keepsAllFormsWithoutWords() throws Exception {
    FormatOptions withoutWords = new FormatOptions(false);
    byte[] json = TranscriptJson.write(mono(FORMED), withoutWords);
    assertThat(TranscriptJson.write(TranscriptJson.read(json), withoutWords)).isEqualTo(json);
  }

  @Test
  void takesFormsThatAreMissingFromFullerOnes() throws Exception {
    ObjectNode document = (ObjectNode) parse(write(mono(FORMED)));
    ObjectNode best = (ObjectNode) document.at("/recognizedPhrases/0/nBest/0");
    best.remove(List.of("itn", "maskedITN", "displayWords"));
    Reading read = TranscriptJson.read(document.toString().getBytes(UTF_8)).phrases().get(0).best();
    assertThat(read.itn()).isEqualTo("Call ****: 555 at 9:00.");
    assertThat(read.maskedItn()).isEqualTo("Call ****: 555 at 9:00.");
    assertThat(read.displayed()).isEqualTo(read.words());
  }

  @Test
  void takesDisplayWordsOfOtherServicesWhereTheirTimesSayOfWhichWords() throws Exception {
    ObjectNode joined = (ObjectNode) parse(write(mono(SHOWN)));
    ((ArrayNode) joined.at("/recognizedPhrases/0/nBest/0/displayWords")).remove(0);
    Transcript read = TranscriptJson.read(joined.toString().getBytes(UTF_8));
    assertThat(read.phrases().get(0).best().displayed())
        .extracting(Word::text)
        .containsExactly("twenty five", "dogs");
  }

  @Test
  void holdsToTheSchema() {
    ResultSchema.check(write(CALL));
    ResultSchema.check(TranscriptJson.write(CALL, new FormatOptions(false)));
    ResultSchema.check(write(Transcripts.of(List.of(0, 1))));
    ResultSchema.check(write(mono(phrase(0, new Word("two\nlines\u2028here", 0, 0, 0.5)))));
  }

  @Test
  void hasATextForChannelsWhereNothingWasSaid() throws IOException {
    JsonNode json = parse(write(Transcripts.of(List.of(0, 1), phrase(1, 0, 500, "only here"))));

    assertThat(json.at("/combinedRecognizedPhrases")).hasSize(2);
    assertThat(json.at("/combinedRecognizedPhrases/0/display").textValue()).isEmpty();
    assertThat(json.at("/combinedRecognizedPhrases/1/display").textValue()).isEqualTo("only here");
  }

  @Test
  void leavesWordsOutOnRequest() throws Exception {
    byte[] bytes = TranscriptJson.write(CALL, new FormatOptions(false));

    assertThat(new String(bytes, UTF_8)).doesNotContain("\"words\"");
    Phrase read = TranscriptJson.read(bytes).phrases().get(0);
    assertThat(read.best().display()).isEqualTo("안녕하세요 여러분");
    assertThat(read.best().words()).isEmpty();
  }

  @Test
  void roundsConfidencesAndNeverWritesAnExponent() throws Exception {
    Transcript transcript =
        mono(phrase(0, new Word("a", 0, 1, 1.0 / 3), new Word("b", 1, 2, 0.000001)));

    String json = new String(write(transcript), UTF_8);

    assertThat(json).contains("\"confidence\": 0.333333}", "\"confidence\": 0.000001}");
    byte[] again = write(TranscriptJson.read(write(transcript)));
    assertThat(new String(again, UTF_8)).isEqualTo(json);
  }

  @Test
  void isTheSameInEveryLocale() {
    byte[] here = write(CALL);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(write(CALL)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesLevelsOfSilenceAsNull() throws Exception {
    Provenance loud = Transcripts.provenance();
    var silence =
        new io.beamscribe.speech.audio.AudioFacts(
            "wav",
            "pcm_s16le",
            16_000,
            1,
            10,
            -1,
            0,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            false,
            "mono",
            false);
    Provenance provenance =
        new Provenance(
            loud.version(),
            loud.engine(),
            loud.model(),
            loud.modelDigest(),
            loud.locale(),
            List.of(new ModelUse("en-US", "vosk", "vosk-small-en-us", "00")),
            loud.task(),
            loud.fingerprint(),
            silence,
            0,
            List.of(),
            List.of(),
            null,
            null,
            null);
    Transcript transcript =
        new Transcript("a.wav", CALL.timestamp(), 10, List.of(0), List.of(), provenance);

    assertThat(parse(write(transcript)).at("/beamscribe/audio/peakDbfs").isNull()).isTrue();
    assertThat(TranscriptJson.read(write(transcript))).isEqualTo(transcript);
  }

  @Test
  void readsDocumentsOfOtherServices() throws SpeechException {
    Transcript read =
        TranscriptJson.read(
            """
            {"source": "https://example.org/a.wav", "timestamp": "2020-06-16T09:30:21+02:00",
             "durationInTicks": 41200000, "duration": "PT4.12S", "somethingNew": {"a": [1]},
             "combinedRecognizedPhrases": [{"channel": 0, "lexical": "hello world",
               "itn": "hello world", "maskedITN": "hello world", "display": "Hello world."}],
             "recognizedPhrases": [
               {"recognitionStatus": "Failure", "channel": 0, "offset": "PT3S",
                "duration": "PT1S", "offsetInTicks": 30000000.0, "durationInTicks": 10000000.0},
               {"recognitionStatus": "Success", "speaker": 1, "channel": 0, "offset": "PT0.07S",
                "duration": "PT1.59S", "offsetInTicks": 700000.0, "durationInTicks": 15900000.0,
                "nBest": [{"confidence": 0.898652852, "lexical": "hello world",
                  "itn": "hello world", "maskedITN": "hello world", "display": "Hello world.",
                  "words": [{"word": "hello", "offset": "PT0.09S", "duration": "PT0.48S",
                    "offsetInTicks": 900000.0, "durationInTicks": 4800000.0,
                    "confidence": 0.987572}]}]}]}
            """
                .getBytes(UTF_8));

    assertThat(read.provenance()).isNull();
    assertThat(read.durationMilliseconds()).isEqualTo(4120);
    assertThat(read.timestamp()).isEqualTo("2020-06-16T07:30:21Z");
    assertThat(read.phrases())
        .containsExactly(
            new Phrase(
                0,
                1,
                70,
                1660,
                null,
                List.of(
                    new Reading(
                        "hello world",
                        "hello world",
                        "hello world",
                        "Hello world.",
                        0.898652852,
                        List.of(new Word("hello", 90, 570, 0.987572)),
                        List.of()))));
    ResultSchema.check(write(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "{}",
        "{\"source\": \"a\"}",
        "not json at all",
        "{\"source\": \"a\", \"timestamp\": \"2020-06-16T09:30:21Z\", \"recognizedPhrases\": 1}",
        "{\"source\": \"a\", \"timestamp\": \"yesterday\", \"recognizedPhrases\": []}",
        "{\"source\": \"a\", \"timestamp\": \"2020-06-16T09:30:21Z\", \"recognizedPhrases\":"
            + " [null]}",
        "{\"source\": \"a\", \"timestamp\": \"2020-06-16T09:30:21Z\", \"recognizedPhrases\": ["
            + "{\"channel\": 0, \"offset\": \"soon\", \"nBest\": [{\"display\": \"a\"}]}]}",
        "{\"successfulTranscriptionsCount\": 2, \"details\": []}",
      })
  void refusesOtherJsonWithASentence(String json) {
    assertThatThrownBy(() -> TranscriptJson.read(json.getBytes(UTF_8)))
        .isInstanceOf(SpeechException.class)
        .hasMessageMatching("This JSON is not the result of a transcription: [^\n]+\\.");
  }

  @Test
  void refusesACutOffDocumentAndBytesThatAreNoText() {
    byte[] whole = write(CALL);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> TranscriptJson.read(half)).isInstanceOf(SpeechException.class);
    byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3, (byte) 0xc0, (byte) 0x80};
    assertThatThrownBy(() -> TranscriptJson.read(noise)).isInstanceOf(SpeechException.class);
  }

  @Test
  void keepsFinishedBlocksWithoutLoss() throws IOException {
    List<Phrase> phrases = new ArrayList<>(CALL.phrases());
    phrases.add(FORMED);
    phrases.add(phrase(0, new Word("third", 9000, 9100, 1.0 / 3)));
    BlockTranscript block =
        new BlockTranscript(
            7,
            phrases,
            List.of(new Flag("noSpeech", 1, 2, 5, "")),
            List.of(new SegmentSpan(1, 2, 5)),
            List.of(
                new BlockVoices(
                    1,
                    List.of(
                        new BlockVoices.SpeechChunk(
                            1, 2, 0, .1, "AAAA", 2.5, new BlockVoices.Copy(0, .5, 12.25)),
                        new BlockVoices.SpeechChunk(2, 3, 0, 0, null, 0)),
                    List.of(
                        new BlockVoices.LocalSpeaker(
                            1, List.of(new BlockVoices.Share(0, .3)), List.of(0))),
                    List.of(
                        new BlockVoices.Overlap(1, 2, 0, List.of(new BlockVoices.Share(0, .1)))))),
            0.1 + 0.2);

    byte[] bytes = BlockTranscriptJson.write(block);

    assertThat(BlockTranscriptJson.read(bytes)).isEqualTo(block);
    for (int cut = 0; cut < bytes.length; cut++) {
      byte[] part = java.util.Arrays.copyOf(bytes, cut);
      assertThatThrownBy(() -> BlockTranscriptJson.read(part)).isInstanceOf(IOException.class);
    }
    for (String other : List.of("{}", "null", new String(bytes, UTF_8).replaceFirst("\\d+", "1"))) {
      assertThatThrownBy(() -> BlockTranscriptJson.read(other.getBytes(UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }

  private static byte[] write(Transcript transcript) {
    return TranscriptJson.write(transcript, FormatOptions.DEFAULT);
  }

  private static JsonNode parse(byte[] json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
