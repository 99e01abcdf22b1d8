// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.transforms.values.AudioFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentReferencesTest {
  private static final List<AudioFile> FILES =
      List.of(AudioFile.of("/data/anna/1.wav"), AudioFile.of("/data/ben/1.wav"));

  @Test
  void aLineStandsForTheFileWhosePathEndsSo() {
    List<AssessmentTask> tasks =
        AssessmentReferences.of("ben/1.wav\ten-GB\tGood morning.\nnobody/2.wav\ten-US\tHi.\n")
            .tasks(FILES, "en-US");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).file()).isEqualTo(FILES.get(1));
    assertThat(tasks.get(0).locale()).isEqualTo("en-GB");
    assertThat(tasks.get(0).text()).isEqualTo("Good morning.");
  }

  @Test
  void theFirstLineMayNameTheColumns() {
    List<AssessmentTask> tasks =
        AssessmentReferences.of(
                "Path\tSpeaker\tClass\tDate\tText\nanna/1.wav\tAnna\t7b\t2026-09\tHi.")
            .tasks(FILES, "en-US");
    assertThat(tasks)
        .containsExactly(new AssessmentTask(FILES.get(0), "en-US", "Hi.", "Anna", "7b", "2026-09"));
  }

  @Test
  void aLineWithTooManyColumnsIsTold() {
    assertThatThrownBy(() -> AssessmentReferences.of("a.wav\ten-US\tHi.\tmore"))
        .hasMessage("line 1 has 4 columns instead of 3 (path, locale, text)");
  }
}
