// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of a run for machines. */
class LogsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "X-Amz-Signature=never-shown";

  @TempDir Path folder;

  @Test
  void oneObjectALineForAllThatIsSaid() throws Exception {
    Path audio = Files.createDirectory(folder.resolve("a \"quoted\" 폴더"));
    Files.copy(Shell.TESTDATA.resolve("formats/mp3.mp3"), audio.resolve("mp3.mp3"));
    Files.writeString(audio.resolve("broken.wav"), "RIFF of no use");
    Shell.Ended ended =
        run(
            "--input=" + audio + ",http://user:never-shown@127.0.0.1:1/call.wav?" + SECRET,
            "--logFormat=json",
            "--debug");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    List<JsonNode> lines = lines(ended.err());
    assertThat(ended.out() + ended.err()).doesNotContain("never-shown");
    assertThat(about(lines, audio.resolve("mp3.mp3").toString()).get("message").asText())
        .isEqualTo("Succeeded");
    assertThat(about(lines, audio.resolve("broken.wav").toString()).get("message").asText())
        .startsWith("Failed UnsupportedAudio: ");
    assertThat(about(lines, "http://127.0.0.1:1/call.wav").get("run").asText()).hasSize(36);
  }

  @Test
  void tellsWhyAJobFailed() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    Shell.Ended ended = run("--input=" + folder.resolve("none.wav"), "--logFormat=json", "--debug");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(lines(ended.err()))
        .anySatisfy(
            line -> {
              assertThat(line.get("level").asText()).isEqualTo("ERROR");
              assertThat(line.get("message").asText()).contains("none.wav");
            });
  }

  @Test
  void peopleSeeSentencesOnly() throws Exception {
    Files.writeString(folder.resolve("broken.wav"), "RIFF of no use");
    Shell.Ended ended = run("--input=" + folder.resolve("broken.wav"));

    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).doesNotContain("{").doesNotContain("log4j");
  }

  private Shell.Ended run(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("transcribe", "--locale=ko-KR"));
    words.add("--output=" + folder.resolve("out"));
    words.addAll(List.of(arguments));
    return Shell.run(Shell.beamscribe(words.toArray(String[]::new)));
  }

  /** The lines, each checked for the members that all have. */
  private static List<JsonNode> lines(String printed) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      JsonNode node = JSON.readTree(line);
      assertThat(node.fieldNames())
          .toIterable()
          .as(line)
          .contains("time", "level", "logger", "thread", "message");
      lines.add(node);
    }
    return lines;
  }

  private static JsonNode about(List<JsonNode> lines, String file) {
    return lines.stream()
        .filter(line -> line.path("file").asText().equals(file))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(file + " in " + lines));
  }
}
