// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.scoring.ScoringOptions;
import io.beamscribe.transforms.evaluate.EvaluationPlan;
import io.beamscribe.transforms.storage.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceAudioTest {
  @TempDir Path folder;

  @Test
  void findsAudioThatReferencesNameWithoutItsExtension() throws Exception {
    for (String file :
        List.of("x/a.wav", "x/a.flac", "x/a.json", "x/a.stm", "y.z/b c.wav", "xa.wav", "c.d.wav")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }
    Path references = folder.resolve("refs.stm");
    Files.writeString(
        references,
        """
        a 1 speaker 0 1 one
        x/a 1 speaker 0 1 one
        c.d 1 speaker 0 1 one
        gone 1 speaker 0 1 one
        """);
    EvaluationPlan plan =
        new EvaluationPlan(
            List.of(references.toString()),
            List.of("model"),
            List.of("results"),
            folder.resolve("scores").toString(),
            ScoringOptions.DEFAULT,
            StorageSettings.NONE);

    String list = new ReferenceAudio(plan).list(null);

    assertThat(Files.readAllLines(Path.of(list)))
        .containsExactly(
            folder.resolve("x/a.flac").toString(),
            folder.resolve("c.d.wav").toString(),
            folder.resolve("gone").toString());
  }
}
