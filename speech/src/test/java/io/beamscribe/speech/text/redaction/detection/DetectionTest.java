// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.text.redaction.names.NameModel;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
  /** What the tables call it; places and titles are no personal data by themselves. */
  private static final Map<String, PersonalData> KINDS =
      Map.of(
          "CREDIT_CARD", PersonalData.CARD,
          "DOMAIN_NAME", PersonalData.URL,
          "EMAIL_ADDRESS", PersonalData.EMAIL,
          "IBAN_CODE", PersonalData.IBAN,
          "IP_ADDRESS", PersonalData.IP,
          "PERSON", PersonalData.NAME,
          "PHONE_NUMBER", PersonalData.PHONE,
          "STREET_ADDRESS", PersonalData.ADDRESS,
          "US_SSN", PersonalData.SSN,
          "ZIP_CODE", PersonalData.ADDRESS);

  /** Others that overlap with what the tables mark and are right to be found there. */
  private static final Map<String, PersonalData> ALSO =
      Map.of(
          "GPE", PersonalData.ADDRESS,
          "DATE_TIME", PersonalData.DATE,
          "US_DRIVER_LICENSE", PersonalData.ID);

  private record Place(int start, int end) {
    boolean overlaps(JsonNode mark) {
      return start < mark.get(1).asInt() && mark.get(0).asInt() < end;
    }
  }

  private static final class Counts {
    private int marked;
    private int found;
    private int given;
    private int right;

    double recall() {
      return (double) found / marked;
    }

    double precision() {
      return (double) right / given;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "recall %d/%d, precision %d/%d", found, marked, right, given);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pii/spoken.tsv", "pii/written.tsv"})
  void findsWhatTheTablesMark(String table) throws Exception {
    Counts checked = new Counts();
    Counts labelled = new Counts();
    try (NameModel model = new NameModel(RealModels.get("rampart").folder())) {
      Detection detection = new Detection(EnumSet.allOf(PersonalData.class), model);
      List<String> lines = Files.readAllLines(SharedData.required(table));
      for (String line : lines.subList(1, lines.size())) {
        count(line.split("\t"), detection, checked, labelled);
      }
    }
    assertThat(checked.recall()).describedAs(checked.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(checked.precision()).describedAs(checked.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(labelled.recall()).describedAs(labelled.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(labelled.precision()).describedAs(labelled.toString()).isGreaterThanOrEqualTo(0.85);
  }

  private static void count(String[] row, Detection detection, Counts checked, Counts labelled)
      throws Exception {
    List<Word> words = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\S+").matcher(row[1]);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), 0, 0, 1));
      places.add(new Place(matcher.start(), matcher.end()));
    }
    Stretches stretches = new Stretches("en-US");
    stretches.add(words, true);
    Stretch stretch = stretches.stretch();
    List<Found> found = detection.in(stretch);
    JsonNode marks = new ObjectMapper().readTree(row[2]);
    for (JsonNode mark : marks) {
      PersonalData kind = KINDS.get(mark.get(2).asText());
      if (kind != null) {
        Counts counts = kind.needsModel() ? labelled : checked;
        counts.marked++;
        counts.found += isFound(mark, kind, places, stretch, found) ? 1 : 0;
      }
    }
    for (Found each : found) {
      Place place =
          new Place(
              places.get(stretch.pieces().get(each.first()).firstWord()).start(),
              places.get(stretch.pieces().get(each.end() - 1).endWord() - 1).end());
      Counts counts = each.kind().needsModel() ? labelled : checked;
      counts.given++;
      for (JsonNode mark : marks) {
        String type = mark.get(2).asText();
        if (place.overlaps(mark)
            && (each.kind() == KINDS.get(type) || each.kind() == ALSO.get(type))) {
          counts.right++;
          break;
        }
      }
    }
  }

  /** Whether most words of a mark are found. */
  private static boolean isFound(
      JsonNode mark, PersonalData kind, List<Place> places, Stretch stretch, List<Found> found) {
    int words = 0;
    int covered = 0;
    for (int word = 0; word < places.size(); word++) {
      if (places.get(word).overlaps(mark)) {
        words++;
        int index = word;
        covered +=
            found.stream()
                    .anyMatch(
                        each ->
                            each.kind() == kind
                                && stretch.pieces().get(each.first()).firstWord() <= index
                                && stretch.pieces().get(each.end() - 1).endWord() > index)
                ? 1
                : 0;
      }
    }
    return covered * 2 > words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADDRESS|my name is barack obama and i live at sixteen hundred pennsylvania avenue|9|13",
        "ADDRESS|send it to 221 Baker Street please|3|6",
        "CARD|the c v v is one two three|5|8"
      })
  void findsStreetsAndCodesOfCardsWithoutAModel(PersonalData kind, String said, int first, int end)
      throws Exception {
    Stretches stretches = new Stretches("en-US");
    stretches.add(Stream.of(said.split(" ")).map(word -> new Word(word, 0, 0, 1)).toList(), true);
    Stretch stretch = stretches.stretch();
    assertThat(new Detection(EnumSet.of(kind), null).in(stretch))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(stretch.pieces().get(found.first()).firstWord()).isEqualTo(first);
              assertThat(stretch.pieces().get(found.end() - 1).endWord()).isEqualTo(end);
            });
  }

  @Test
  void knowsCheckDigits() {
    assertThat(NationalIds.JP.isValid("123456789018")).isTrue();
    assertThat(NationalIds.JP.isValid("123456789012")).isFalse();
    assertThat(NationalIds.CN.isValid("11010519491231002X")).isTrue();
    assertThat(NationalIds.CN.isValid("110105194912310021")).isFalse();
    assertThat(NationalIds.ES.isValid("12345678Z")).isTrue();
    assertThat(NationalIds.ES.isValid("X1234567L")).isTrue();
    assertThat(NationalIds.ES.isValid("12345678A")).isFalse();
    assertThat(NationalIds.FR.isValid("255081416802538")).isTrue();
    assertThat(NationalIds.FR.isValid("255081416802539")).isFalse();
    assertThat(NationalIds.DE.isValid("86095742719")).isTrue();
    assertThat(NationalIds.DE.isValid("86095742718")).isFalse();
    assertThat(NationalIds.BR.isValid("52998224725")).isTrue();
    assertThat(NationalIds.BR.isValid("52998224724")).isFalse();
    assertThat(NationalIds.NL.isValid("111222333")).isTrue();
    assertThat(NationalIds.NL.isValid("111222334")).isFalse();
    assertThat(NationalIds.IT.isValid("RSSMRA85T10A562S")).isTrue();
    assertThat(NationalIds.US.isValid("000123456")).isFalse();
    assertThat(NationalIds.GB.isValid("AB123456C")).isTrue();
    assertThat(NationalIds.KR.isValid("9001011234567")).isTrue();
    assertThat(NationalIds.KR.isValid("9013011234567")).isFalse();
  }
}
