// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.FileBlock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class JsonCoderTest {
  private static final AudioFacts FACTS =
      new AudioFacts(
          "wav",
          "pcm_s16le",
          8000,
          2,
          1234,
          -1,
          0,
          Double.NEGATIVE_INFINITY,
          -20.125,
          true,
          "split",
          false);
  private static final AudioFile FILE =
      new AudioFile("s3a://b/한국어 '\".wav", "한국어 '\".wav", 12, "etag", true);
  private static final AudioBlock BLOCK =
      new AudioBlock(
          FILE,
          new FileBlock(
              "f".repeat(64),
              "a".repeat(64),
              FACTS,
              List.of(new Track(0, List.of(1.0, -0.5))),
              new SampleRange(16_000, 1L << 40),
              "ko-KR",
              1,
              2,
              List.of(new AudioNote("gap", 5, 7, "말")),
              0.25));

  @Test
  void bringsEveryElementBackAsItWas() throws Exception {
    Word word = new Word("말", 1, 20, 0.123456789012345);
    Phrase phrase =
        new Phrase(
            0, 1, 20, "ko-KR", List.of(Reading.spelled("말", 0.5, List.of(word), List.of("말."))));
    BlockTranscript transcript =
        new BlockTranscript(
            1,
            List.of(phrase),
            List.of(new Flag("repetition", 0, 1, 3, "말")),
            List.of(new SegmentSpan(0, 0, 30)),
            List.of(),
            1.5);
    roundTrip(JsonCoder.of(AudioFile.class), FILE);
    roundTrip(JsonCoder.of(AudioBlock.class), BLOCK);
    roundTrip(JsonCoder.of(RecognizedBlock.class), new RecognizedBlock(BLOCK, transcript));
    roundTrip(
        JsonCoder.of(FileReport.class),
        new FileReport(
            "a",
            "b",
            FileStatus.FAILED,
            ErrorKind.CRASH,
            "why",
            1,
            2,
            3,
            4.5,
            Double.NaN,
            6,
            "ko-KR",
            FACTS,
            null));
  }

  @Test
  void canBeSentToWorkersAndKnowsItsLike() {
    assertThat(SerializableUtils.clone(JsonCoder.of(AudioFile.class)))
        .isEqualTo(JsonCoder.of(AudioFile.class));
    assertThat(JsonCoder.of(AudioFile.class))
        .isEqualTo(JsonCoder.of(AudioFile.class))
        .isNotEqualTo(JsonCoder.of(AudioBlock.class));
  }

  @Test
  void readsWhatAnEarlierVersionLeft() throws Exception {
    // The bytes of a savepoint are a promise: a length, then the components by name.
    String json =
        "{\"address\":\"a.wav\",\"path\":\"a.wav\",\"size\":1,\"version\":\"2\",\"named\":false}";
    AudioFile file = new AudioFile("a.wav", "a.wav", 1, "2", false);
    byte[] bytes = CoderUtils.encodeToByteArray(JsonCoder.of(AudioFile.class), file);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo((char) json.length() + json);

    String more = json.replace("}", ",\"rank\":0}");
    byte[] earlier = ((char) more.length() + more).getBytes(StandardCharsets.UTF_8);
    assertThat(CoderUtils.decodeFromByteArray(JsonCoder.of(AudioFile.class), earlier))
        .isEqualTo(file);
  }

  private static <T> void roundTrip(Coder<T> coder, T value) throws Exception {
    assertThat(CoderUtils.clone(coder, value)).isEqualTo(value);
  }
}
