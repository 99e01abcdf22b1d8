// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.pronunciation.Assessment.Candidate;
import io.beamscribe.speech.pronunciation.Assessment.PhoneResult;
import io.beamscribe.speech.pronunciation.Assessment.SyllableResult;
import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.speech.pronunciation.lexicon.Phoneme;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentJsonTest {
  private static final SpokenPhone SHWA = new SpokenPhone(Phoneme.AH, false);

  private static final Assessment READ =
      new Assessment(
          "A.",
          "a",
          0.9,
          200,
          300,
          true,
          81.24,
          90.0,
          50.0,
          70.0,
          40.0,
          List.of(
              new WordResult(
                  "A",
                  200,
                  300,
                  81.24,
                  ErrorType.NONE,
                  0,
                  null,
                  false,
                  List.of(new SyllableResult(1, "A", 200, 300, 90)),
                  List.of(new PhoneResult(SHWA, 200, 300, 90, List.of(new Candidate(SHWA, 99))))),
              new WordResult(
                  "Bear",
                  300,
                  300,
                  null,
                  ErrorType.OMISSION,
                  0,
                  null,
                  false,
                  List.of(),
                  List.of())));

  private static PronunciationOptions options(String json) {
    return PronunciationOptions.json(json);
  }

  /** Words are in small letters however the reference has them. */
  @Test
  void realTimeHasScoresInObjectsOfTheirOwn() {
    String all =
        "{\"gradingSystem\":\"HundredMark\",\"dimension\":\"Comprehensive\",\"nBestPhonemeCount\":1}";
    assertThat(AssessmentJson.realTime(READ, options(all)))
        .isEqualTo(
            "{\"RecognitionStatus\":\"Success\",\"Offset\":2000000,\"Duration\":1000000,"
                + "\"DisplayText\":\"A.\",\"NBest\":[{\"Confidence\":0.9,\"Lexical\":\"a\","
                + "\"ITN\":\"A.\",\"MaskedITN\":\"A.\",\"Display\":\"A.\","
                + "\"PronunciationAssessment\":{\"AccuracyScore\":81.2,\"FluencyScore\":90.0,"
                + "\"CompletenessScore\":50.0,\"PronScore\":40.0},\"Words\":[{\"Word\":\"a\","
                + "\"Offset\":2000000,\"Duration\":1000000,\"PronunciationAssessment\":"
                + "{\"AccuracyScore\":81.2,\"ErrorType\":\"None\"},\"Syllables\":[{\"Syllable\":"
                + "\"ax\",\"Offset\":2000000,\"Duration\":1000000,\"Grapheme\":\"a\","
                + "\"PronunciationAssessment\":{\"AccuracyScore\":90.0}}],\"Phonemes\":[{"
                + "\"Phoneme\":\"ax\",\"Offset\":2000000,\"Duration\":1000000,"
                + "\"PronunciationAssessment\":{\"AccuracyScore\":90.0,\"NBestPhonemes\":[{"
                + "\"Phoneme\":\"ax\",\"Score\":99.0}]}}]},{\"Word\":\"bear\",\"Offset\":3000000,"
                + "\"Duration\":0,\"PronunciationAssessment\":{\"ErrorType\":\"Omission\"}}]}]}");
  }

  @Test
  void shortAudioHasThemBesideTheWordsOfFive() {
    String words = "{\"granularity\":\"Word\"}";
    assertThat(AssessmentJson.shortAudio(READ, options(words)))
        .contains("\"Display\":\"A.\",\"AccuracyScore\":4.1,\"PronScore\":2.0,\"Words\":[{")
        .contains("\"Duration\":1000000,\"AccuracyScore\":4.1,\"ErrorType\":\"None\"}")
        .doesNotContain("Phonemes", "Syllables", "Fluency");
  }

  /** Clients read all scores: those of Python fail where one is missing. */
  @Test
  void scoresThatAreNotKnownAreNull() {
    Assessment unknown =
        new Assessment("A.", "a", 0.9, 200, 300, false, null, null, 50.0, null, null, List.of());
    String all = "{\"dimension\":\"Comprehensive\",\"enableProsodyAssessment\":true}";
    assertThat(AssessmentJson.realTime(unknown, options(all)))
        .contains(
            "\"PronunciationAssessment\":{\"AccuracyScore\":null,\"FluencyScore\":null,"
                + "\"CompletenessScore\":2.5,\"ProsodyScore\":null,\"PronScore\":null,"
                + "\"Calibration\":\"not calibrated\"}");
  }

  @Test
  void phonesHaveNamesOfThePhoneticAlphabet() {
    assertThat(AssessmentJson.realTime(READ, options("{\"phonemeAlphabet\":\"IPA\"}")))
        .contains("\"Phoneme\":\"ə\"");
  }
}
