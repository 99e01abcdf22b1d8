// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the language model of the Korean model, in either of its types. */
class GrammarAdaptationTest {
  private static final List<String> LINES =
      List.of(
          "수중익선 항로를 변경합니다.",
          "수중익선 항로는 4개입니다.",
          "항해사는 수중익선 항로를 기록합니다.",
          "선장은 Beamscribe 화면에서 항로를 확인합니다.");

  @TempDir static Path folder;
  private static Path grammar;
  private static ConstFst fst;
  private static AdaptedGrammar adapted;
  private static List<String> said;

  @BeforeAll
  static void adapt() throws IOException {
    grammar = RealModels.get("vosk-small-ko").folder().resolve("graph/Gr.fst");
    try (GrammarAdaptation adaptation = GrammarAdaptation.of(grammar, "ko-KR", Progress.NONE)) {
      said = adaptation.pronounce("Beamscribe", "빔 스크라이브");
      assertThat(adaptation.pronounce("Beamscribe", "qqqqq")).isEmpty();
      LINES.forEach(adaptation::add);
      adaptation.add("모르는 낱말은 Zxqvk 하나입니다.");
      adapted = adaptation.write(OptionalDouble.of(20), Long.MAX_VALUE, folder.resolve("new"));
    }
    fst = ConstFst.open(folder.resolve("new"));
  }

  @Test
  void probabilitiesAddUpInOldAndNewContexts() throws IOException {
    BaseModel model = new BaseModel(fst);
    for (int state : List.of(fst.root(), fst.start(), fst.states() / 2, fst.states() - 1)) {
      double sum = 0;
      for (int word = 1; word < model.limit(); word++) {
        sum += model.probability(state, word);
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void textIsLikelierThanBeforeAndOtherTextAboutAsLikely() throws IOException {
    BaseModel before = new BaseModel(ConstFst.open(grammar));
    BaseModel after = new BaseModel(fst);
    String own = "수중익선 항로를 변경합니다";
    String other = "오늘 날씨가 아주 좋습니다";
    assertThat(cost(after, own)).isLessThan(cost(before, own) - 8);
    assertThat(cost(after, other)).isLessThan(cost(before, other) + 2);
  }

  @Test
  void itemsOfAListShareWhatIsSaidOfAnyOfThem() throws IOException {
    List<String> boats = List.of("수중익선", "화물선", "쇄빙선");
    Path file = folder.resolve("list");
    try (GrammarAdaptation adaptation = GrammarAdaptation.of(grammar, "ko-KR", Progress.NONE)) {
      adaptation.addClass(boats);
      adaptation.add("선장은 어제 수중익선을 보았습니다");
      adaptation.addVersions(boats.stream().map(boat -> "내일 " + boat + " 항로를 변경합니다").toList());
      AdaptedGrammar list = adaptation.write(OptionalDouble.of(20), Long.MAX_VALUE, file);
      assertThat(list.sentences()).isEqualTo(2);
      assertThat(list.words()).isLessThan(20);
    }
    BaseModel before = new BaseModel(ConstFst.open(grammar));
    BaseModel after = new BaseModel(ConstFst.open(file));
    for (String boat : boats) {
      assertThat(gain(before, after, "내일 " + boat + " 항로를 변경합니다")).isGreaterThan(4);
    }
    double seen = gain(before, after, "선장은 어제 수중익선을 보았습니다");
    double unseen = gain(before, after, "선장은 어제 쇄빙선을 보았습니다");
    double stranger = gain(before, after, "선장은 어제 유조선을 보았습니다");
    assertThat(unseen).isBetween(stranger + 2, seen);
  }

  private static double gain(BaseModel before, BaseModel after, String text) {
    return cost(before, text) - cost(after, text);
  }

  private static double cost(BaseModel model, String text) {
    double cost = 0;
    for (int[] part : new Segmenter(model).parts(List.of(text.split(" ")), word -> {})) {
      int state = model.fst().start();
      for (int i = 1; i < part.length; i++) {
        cost -= Math.log(model.probability(state, part[i]));
        state = model.next(state, part[i]);
      }
    }
    return cost;
  }

  @Test
  void saysWhatItDidAndWhatItCouldNot() {
    assertThat(adapted.weight()).isEqualTo(20);
    assertThat(adapted.chosen()).isFalse();
    assertThat(adapted.sentences()).isEqualTo(5);
    assertThat(adapted.addedContexts()).isEqualTo(fst.states() - 433_286).isPositive();
    assertThat(adapted.unsayable()).extracting(UnsayableWord::word).containsExactly("Zxqvk");
    assertThat(String.join("", said)).isEqualTo("빔스크라이브");
  }

  @Test
  void leavesOutWhatMattersLeastForASizeAndRepeatsToTheByte() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name : List.of("small", "again")) {
      try (GrammarAdaptation adaptation = GrammarAdaptation.of(grammar, "ko-KR", Progress.NONE)) {
        LINES.forEach(adaptation::add);
        Path file = folder.resolve(name);
        adaptation.write(OptionalDouble.of(20), 60_000_000, file);
        files.add(Files.readAllBytes(file));
      }
    }
    assertThat(files.get(0).length).isBetween(50_000_000, 60_000_000);
    assertThat(files.get(0)).isEqualTo(files.get(1));
    BaseModel small = new BaseModel(ConstFst.open(folder.resolve("small")));
    assertThat(cost(small, "수중익선 항로를 변경합니다"))
        .isCloseTo(cost(new BaseModel(fst), "수중익선 항로를 변경합니다"), within(1.5));
  }

  @Test
  void endsWhenItIsNotWantedAnyMore() throws IOException {
    Progress stopped =
        new Progress() {
          @Override
          public void begins(String step) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (GrammarAdaptation adaptation = GrammarAdaptation.of(grammar, "ko-KR", stopped)) {
      assertThatThrownBy(() -> adaptation.add("항로")).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void refusesWhatIsNoLanguageModel() throws IOException {
    Path file = Files.writeString(folder.resolve("none"), "no model");
    assertThatThrownBy(() -> GrammarAdaptation.of(file, "ko-KR", Progress.NONE))
        .isInstanceOf(UnsupportedFormatException.class);
  }
}
