// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data for custom models on the command line. */
class DatasetCommandsTest {
  @TempDir Path folder;

  @Test
  void checkSaysWhichLinesCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "a line\nhttps://example.com\n");
    CommandLine run = CommandLine.run("dataset", "check", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("a.txt  Language: 1 accepted, 1 rejected")
        .contains("a.txt:2: It has an address, which nobody says so.");
    assertThat(CommandLine.run("dataset", "check", "--json=true", file.toString()).out())
        .contains("\"acceptedLineCount\" : 1");
    assertThat(CommandLine.run("dataset", "check", "--kind=Acoustic", file.toString()).code())
        .isEqualTo(3);
  }

  @Test
  void whatIsNoArchiveIsSaidAndOthersAreChecked() throws Exception {
    Path archive = Files.writeString(folder.resolve("a.zip"), "no archive");
    Path file = Files.writeString(folder.resolve("b.txt"), "a line\n");
    CommandLine run = CommandLine.run("dataset", "check", archive.toString(), file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("a.zip is neither a whole zip archive nor a folder.")
        .contains("b.txt  Language: 1 accepted, 0 rejected");
  }

  @Test
  void statsCountWhatCanBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one two two\n");
    assertThat(CommandLine.run("dataset", "stats", file.toString()).out())
        .containsPattern("Words +3 \\(2 different\\)");
    Path structured =
        Files.writeString(
            folder.resolve("a.md"), "@ list x =\n- a\n- b\n# S\n- say {@x}\n- no list\n");
    assertThat(CommandLine.run("dataset", "stats", structured.toString()).out())
        .containsPattern("Lines +3 \\(2 sentences with the items of their lists\\)");
  }

  @Test
  void wrongUseIsSaidBeforeAnythingIsDone() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
    assertThat(CommandLine.run("dataset", "check", "--kind=Text", file.toString()).err())
        .contains("--kind is one of Language, Pronunciation,");
    String output = "--output=" + folder.resolve("new");
    assertThat(CommandLine.run("adapt", "--base=x", output).err())
        .contains("--text, --structuredText, --acoustic or --pronunciation is missing.");
    assertThat(CommandLine.run("adapt", "--base=x", "--text=" + file, "--weight=0", output).err())
        .contains("--weight is a percentage from 1 to 99, not '0'.");
    assertThat(CommandLine.run("adapt", "--base=x", "--text=none.txt", output).err())
        .contains("--text: there is no file none.txt.");
    assertThat(CommandLine.run("adapt", "--base=x", "--text=" + file, "--output=" + folder).err())
        .contains("is there already.");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }
}
