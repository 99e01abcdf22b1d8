// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.CommandLine;
import io.beamscribe.pipelines.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told before anything is assessed. */
class AssessCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void record() throws IOException {
    Files.createDirectories(folder.resolve("in/a"));
    Files.createDirectories(folder.resolve("in/b"));
    Files.createFile(folder.resolve("in/a/x.wav"));
    Files.createFile(folder.resolve("in/b/x.wav"));
  }

  @Test
  void languagesThatNobodySpeaks() throws IOException {
    String references = references("a/x.wav\t\tHi.");
    for (String locale : new String[] {"xx", "auto"}) {
      assertUsage(
          "Assessment knows no language '" + locale + "'; give one such as en-US.",
          references,
          "--locale=" + locale);
    }
  }

  @Test
  void linesThatDoNotSayWhichRecordingTheyAreOf() throws IOException {
    assertUsage(
        "--references: line 1 of " + folder.resolve("refs.tsv") + ", x.wav, stands for several",
        references("x.wav\t\tHi."));
    assertUsage(
        "--references: several lines stand for " + folder.resolve("in/b/x.wav") + ": line 1 of ",
        references("b/x.wav\t\tHi.\nb/x.wav\t\tHo."));
  }

  private String references(String lines) throws IOException {
    return "--references=" + Files.writeString(folder.resolve("refs.tsv"), lines);
  }

  private void assertUsage(String sentence, String... flags) {
    String[] all = new String[flags.length + 3];
    all[0] = "assess";
    all[1] = "--input=" + folder.resolve("in");
    all[2] = "--output=" + folder.resolve("out");
    System.arraycopy(flags, 0, all, 3, flags.length);
    CommandLine run = CommandLine.run(all);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith(sentence);
  }
}
