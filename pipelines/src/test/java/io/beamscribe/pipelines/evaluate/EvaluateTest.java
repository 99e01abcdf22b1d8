// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results against references on the command line. */
class EvaluateTest {
  @TempDir Path folder;

  @BeforeEach
  void results() throws IOException {
    Files.createDirectories(folder.resolve("one"));
    Files.createDirectories(folder.resolve("two"));
  }

  @Test
  void everyFileIsScoredWhetherFewOrMany() throws Exception {
    int files = 600;
    StringBuilder references = new StringBuilder();
    for (int i = 0; i < files; i++) {
      references.append("f%03d.wav\ten-US\tone two three\n".formatted(i));
      String first = i % 3 == 0 ? "one two three" : "one two tree";
      Files.writeString(folder.resolve("one/f%03d.wav.txt".formatted(i)), first);
      Files.writeString(folder.resolve("two/f%03d.wav.txt".formatted(i)), "one two three");
    }
    Files.writeString(folder.resolve("refs.tsv"), references);

    CommandLine run = evaluate("--hypotheses2=" + folder.resolve("two"));

    assertThat(run.err()).doesNotContain("Exception");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    JsonNode scores = scores();
    assertThat(scores.at("/models/0/total/wordCount").intValue()).isEqualTo(3 * files);
    assertThat(scores.at("/models/0/total/wordSubstitutionCount").intValue())
        .isEqualTo(files * 2 / 3);
    assertThat(scores.at("/models/1/total/wordErrorRate").doubleValue()).isZero();
    assertThat(scores.at("/comparison/matchedPairs/significant").booleanValue()).isTrue();
    assertThat(scores.at("/details")).hasSize(files);
    try (Stream<Path> written = Files.list(folder.resolve("scores"))) {
      assertThat(written.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "confusions.csv",
              "evaluation.html",
              "evaluation.json",
              "files.csv",
              "utterances.csv");
    }
  }

  @Test
  void whatCannotBeScoredIsSaidAndTheRestIsScored() throws Exception {
    Files.writeString(
        folder.resolve("refs.tsv"),
        """
        file\tlocale\tspeaker\tchannel\ttext
        a.wav\ten-US\tann\t0\tone two
        b.wav\tde-DE\tbob\t0\tdrei
        c.wav\tno locale\t\t\tx
        """);
    Files.writeString(folder.resolve("one/a.txt"), "one two");

    CommandLine run = evaluate();

    assertThat(run.code()).isEqualTo(ExitCode.FILES_FAILED);
    JsonNode scores = scores();
    assertThat(scores.at("/models/0/total/wordDeletionCount").intValue()).isEqualTo(1);
    assertThat(scores.at("/models/0/locales").findValuesAsText("name"))
        .containsExactly("de-DE", "en-US");
    assertThat(scores.at("/models/0/speakers").findValuesAsText("name"))
        .containsExactly("ann", "bob");
    assertThat(scores.at("/models/0/speakers/1/characterErrorRate").doubleValue()).isEqualTo(1);
    assertThat(scores.at("/models/0/speakers/0/sentenceErrorCount").intValue()).isZero();
    assertThat(scores.at("/models/0/channels").findValuesAsText("name")).containsExactly("0");
    assertThat(scores.at("/problems").findValuesAsText("message"))
        .containsExactly("'no locale' is no locale.", "There is no result for the file.");
  }

  @Test
  void referencesThatCannotBeReadAreWrongUsage() throws Exception {
    Files.writeString(folder.resolve("refs.zip"), "no archive");
    CommandLine run =
        CommandLine.run(
            "evaluate",
            "--references=" + folder.resolve("refs.zip"),
            "--hypotheses=" + folder.resolve("one"),
            "--output=" + folder.resolve("scores"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("The file is no zip archive, or an empty one.");
  }

  private CommandLine evaluate(String... more) {
    return CommandLine.run(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--references=" + folder.resolve("refs.tsv"),
                    "--hypotheses=" + folder.resolve("one"),
                    "--output=" + folder.resolve("scores")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private JsonNode scores() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("scores/evaluation.json").toFile());
  }
}
