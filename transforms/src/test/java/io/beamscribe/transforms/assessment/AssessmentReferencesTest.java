// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.transforms.assessment.AssessmentReferences.Assigned;
import io.beamscribe.transforms.values.AudioFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentReferencesTest {
  private static final List<AudioFile> FILES =
      List.of(AudioFile.of("/data/anna/1.wav"), AudioFile.of("/data/ben/1.wav"));

  private static AssessmentReferences read(String content) {
    return AssessmentReferences.of("refs.tsv", content.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertWrong(String content, String sentence) {
    assertThatThrownBy(() -> read(content).assign(FILES, "en-US")).hasMessage(sentence);
  }

  @Test
  void aLineStandsForTheFileWhosePathEndsSo() {
    Assigned assigned =
        read("ben/1.wav\ten-GB\tGood morning.\nnobody/2.wav\ten-US\tHi.\n").assign(FILES, "en-US");
    assertThat(assigned.unused()).containsExactly("nobody/2.wav");
    assertThat(assigned.tasks()).hasSize(2);
    assertThat(assigned.tasks().get(0).refusal())
        .isEqualTo("/data/anna/1.wav has no line in the references.");
    AssessmentTask task = assigned.tasks().get(1);
    assertThat(task.refusal()).isNull();
    assertThat(task.file()).isEqualTo(FILES.get(1));
    assertThat(task.locale()).isEqualTo("en-GB");
    assertThat(task.text()).isEqualTo("Good morning.");
  }

  @Test
  void theLineWithTheLongestPathStandsForAFile() {
    assertThat(read("1.wav\t\tGeneral.\nben/1.wav\t\tBen's.\n").assign(FILES, "en-US").tasks())
        .extracting(AssessmentTask::text)
        .containsExactly("General.", "Ben's.");
  }

  @Test
  void theFirstLineMayNameTheColumns() {
    List<AssessmentTask> tasks =
        read("Path\tSpeaker\tClass\tDate\tText\nanna/1.wav\tAnna\t7b\t2026-09\tHi.")
            .assign(FILES, "en-US")
            .tasks();
    assertThat(tasks)
        .contains(new AssessmentTask(FILES.get(0), "en-US", "Hi.", "Anna", "7b", "2026-09", null));
    assertThat(read("path\tspeaker\nanna/1.wav\tAnna").assign(FILES, "en-US").tasks().get(0).text())
        .as("free speech")
        .isEmpty();
  }

  @Test
  void wrongLinesAreNamed() {
    assertWrong(
        "anna/1.wav\ten-US\tHi.\tmore",
        "line 1 of refs.tsv has 4 columns instead of 3 (path, locale, text), with tabs between");
    assertWrong(
        "1.wav\ten-US\tHi.",
        "line 1 of refs.tsv, 1.wav, stands for several recordings, such as /data/anna/1.wav and"
            + " /data/ben/1.wav; give more of their paths");
    assertWrong(
        "ben/1.wav\t\tHi.\n\nben/1.wav\t\tHo.",
        "several lines stand for /data/ben/1.wav: line 1 of refs.tsv, line 3 of refs.tsv");
    assertWrong("ben/1.wav\t\t", "line 1 of refs.tsv has no words to read");
    assertWrong("ben/1.wav\t\t... !?", "line 1 of refs.tsv has no words to read");
    assertWrong("\t\tHi.", "line 1 of refs.tsv has no path");
    assertWrong(
        "path\tlocale\ttext\tnotes",
        "line 1 of refs.tsv names a column 'notes'; there are path, locale, text, speaker, class,"
            + " date");
  }

  @Test
  void anotherEncodingIsTold() {
    assertThatThrownBy(
            () ->
                AssessmentReferences.of(
                    "refs.tsv", "1.wav\t\tcaf\u00e9".getBytes(Charset.forName("ISO-8859-1"))))
        .hasMessage("refs.tsv is not text in UTF-8");
  }
}
