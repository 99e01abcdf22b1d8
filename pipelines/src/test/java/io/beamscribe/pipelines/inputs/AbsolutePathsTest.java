// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcription.FileChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbsolutePathsTest {
  private static final String HERE = Path.of("").toAbsolutePath() + "/";
  private static final FileChoice KOREAN = new FileChoice("ko-KR", List.of(), null);

  @Test
  void pathsAreThoseOfTheFolderOfTheProgram() {
    for (String path : List.of("out", "./out/", "a/**", "call[1].wav", "{a,b}.wav", "한국어", "..")) {
      assertThat(AbsolutePaths.of(path)).isEqualTo(HERE + path);
    }
  }

  @Test
  void whatIsTheSameEverywhereStays() {
    for (String address :
        List.of(
            "/out", "file:///out", "file:/a%20b", "s3a://bucket/in/", "https://host/a.wav", "")) {
      assertThat(AbsolutePaths.of(address)).isEqualTo(address);
    }
  }

  @Test
  void inputsOfTheCommandLineAndOfListsAlike() {
    assertThat(
            AbsolutePaths.of(
                new Inputs(
                    List.of("in"), List.of("b.wav", "s3a://c/d.wav"), Map.of("b.wav", KOREAN))))
        .isEqualTo(
            new Inputs(
                List.of(HERE + "in"),
                List.of(HERE + "b.wav", "s3a://c/d.wav"),
                Map.of(HERE + "b.wav", KOREAN)));
  }
}
