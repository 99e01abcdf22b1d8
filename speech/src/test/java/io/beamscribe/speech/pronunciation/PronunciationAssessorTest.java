// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.pronunciation.model.PronunciationModel;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.ForcedText;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PronunciationAssessorTest {
  private static final Path CLIP = Path.of("../testdata/speech/slt.flac");

  private static Engine engine;

  @BeforeAll
  static void load() throws Exception {
    engine = EngineProvider.named("whisper").open(RealModels.get("whisper-base").folder());
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  private static float[] samples(Path file) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      return audio.read(
          audio.profile(ChannelMode.MIX).tracks().get(0),
          new SampleRange(0, 30 * SampleRange.RATE));
    }
  }

  private static double probability(ForcedText text) {
    return text.words().stream()
        .flatMap(word -> word.logProbabilities().stream())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Test
  void anEngineShowsWhatItMadeOfTheAudioAndRecognisesTheSame() throws Exception {
    float[] samples = samples(CLIP);
    SpeechSegment segment = new SpeechSegment(0, 0, samples);
    RecognitionOptions options = RecognitionOptions.of(SpokenLanguage.fixed("en-US"));
    Recognition plain = engine.recognize(segment, options);
    engine.examine(
        segment,
        options,
        (recognition, evidence) -> {
          assertThat(recognition).isEqualTo(plain);
          assertThat(evidence.frames()).isEqualTo((samples.length + 319) / 320);
          float[] hidden = evidence.hidden();
          assertThat(hidden).hasSize(evidence.frames() * evidence.width());
          assertThat(IntStream.range(0, hidden.length).allMatch(i -> Float.isFinite(hidden[i])))
              .isTrue();
          List<String> said =
              ReferenceText.written(
                  Phrase.words(recognition.phrases()).stream().map(Word::text).toList());
          ForcedText right = evidence.force(said);
          assertThat(right.words()).hasSameSizeAs(said);
          assertThat(probability(right))
              .isGreaterThan(probability(evidence.force(List.of("Purple", "elephants", "cough"))));
          return true;
        });
  }

  @Test
  void wordsThatWereNotSaidAreOmissionsAndOthersInsertions() throws Exception {
    Assessment free =
        new PronunciationAssessor(engine, "whisper")
            .assess(samples(CLIP), "en-US", PronunciationOptions.full(""));
    assertThat(free.completeness()).isEqualTo(100);
    String said = free.lexical();
    int space = said.indexOf(' ');
    String other = said.substring(space + 1) + " purple elephants";
    Assessment read =
        new PronunciationAssessor(engine, "whisper")
            .assess(samples(CLIP), "en-US", PronunciationOptions.full(other));
    assertThat(read.words().get(0).error()).isEqualTo(ErrorType.INSERTION);
    assertThat(read.words().subList(read.words().size() - 2, read.words().size()))
        .extracting(Assessment.WordResult::error)
        .containsOnly(ErrorType.OMISSION);
    assertThat(read.completeness()).isBetween(50.0, 99.0);
  }

  /** More words than the time has frames for, which fit nowhere. */
  @Test
  void ofAReferenceThatIsMuchLongerWhatWasSaidHasItsMarks() throws Exception {
    String said = "We painted the kitchen yellow because the winter mornings are dark and long.";
    Assessment all = assessed(samples(CLIP), said);
    Assessment part = assessed(samples(CLIP), said + " purple elephants cough".repeat(40));
    assertThat(part.accuracy()).isCloseTo(all.accuracy(), within(1.0));
    assertThat(part.completeness()).isCloseTo(100.0 * 13 / 133, within(0.1));
    assertThat(part.words().subList(13, part.words().size()))
        .hasSize(120)
        .extracting(Assessment.WordResult::error)
        .containsOnly(ErrorType.OMISSION);
  }

  @Test
  void aWordThatIsNothingOfWhatWasSaidWasLeftOut() throws Exception {
    Assessment other = assessed(samples(CLIP), "elephant");
    assertThat(other.completeness()).isZero();
    assertThat(other.words())
        .filteredOn(word -> word.error() == ErrorType.OMISSION)
        .extracting(Assessment.WordResult::text)
        .containsExactly("elephant");
  }

  @Test
  void whereNobodySpokeEveryWordWasLeftOut() throws Exception {
    Random random = new Random(1);
    float[] noise = new float[4 * SampleRange.RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (100 * random.nextGaussian());
    }
    for (float[] samples : List.of(new float[4 * SampleRange.RATE], noise)) {
      Assessment silent = assessed(samples, "The kitchen and the winter are dark.");
      assertThat(silent.completeness()).isZero();
      assertThat(silent.accuracy()).isZero();
      assertThat(silent.total()).isZero();
      assertThat(silent.words())
          .hasSize(7)
          .extracting(Assessment.WordResult::error)
          .containsOnly(ErrorType.OMISSION);
    }
  }

  private static Assessment assessed(float[] samples, String reference) throws Exception {
    return new PronunciationAssessor(engine, "whisper")
        .assess(samples, "en-US", PronunciationOptions.full(reference));
  }

  @Test
  void otherLanguagesAreNotCalibrated() throws Exception {
    Assessment korean =
        new PronunciationAssessor(engine, "whisper")
            .assess(
                samples(Path.of("../testdata/speech/korean-1.flac")),
                "ko-KR",
                PronunciationOptions.full("안녕하세요"));
    assertThat(korean.calibrated()).isFalse();
    assertThat(korean.accuracy()).isNull();
    assertThat(AssessmentJson.realTime(korean, PronunciationOptions.full("")))
        .contains("\"Calibration\":\"not calibrated\"");
  }

  /** The twins in Java and in Python give the same scores, but for rounding. */
  @Test
  void scoresAreThoseOfTheScript() throws Exception {
    assumeTrue(PronunciationModel.english().isPresent(), "skipped: no numbers of the model");
    for (String line : scores().lines().toList()) {
      JsonNode wanted = new ObjectMapper().readTree(line);
      Path file =
          SharedData.required("pronunciation/audio/" + wanted.path("id").asText() + ".flac");
      PronunciationOptions options =
          PronunciationOptions.json("{\"referenceText\":\"" + wanted.path("text").asText() + "\"}");
      Assessment assessment =
          new PronunciationAssessor(engine, "whisper").assess(samples(file), "en-US", options);
      assertThat(assessment.accuracy())
          .isCloseTo(10 * wanted.path("accuracy").asDouble(), within(1.0));
      assertThat(assessment.fluency())
          .isCloseTo(10 * wanted.path("fluency").asDouble(), within(1.0));
      for (int i = 0; i < assessment.words().size(); i++) {
        double word = Math.max(0, Math.min(100, 10 * wanted.path("words").get(i).asDouble()));
        assertThat(assessment.words().get(i).accuracy()).isCloseTo(word, within(2.0));
      }
    }
  }

  private static String scores() throws IOException {
    try (InputStream in = PronunciationAssessorTest.class.getResourceAsStream("scores.jsonl")) {
      assumeTrue(in != null, "skipped: no scores of the script");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
