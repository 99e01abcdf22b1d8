// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.Main;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assess} from its flags to its files. */
class AssessTest {
  @TempDir Path folder;

  @Test
  void recordingsThatFailAreToldAndTheOthersAssessed() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(Shell.TESTDATA.resolve("speech/slt.flac"), in.resolve("a.flac"));
    Files.copy(Shell.TESTDATA.resolve("speech/slt.flac"), in.resolve("a.wav"));
    Files.copy(in.resolve("a.flac"), in.resolve("other.flac"));
    Files.copy(in.resolve("a.flac"), in.resolve("none.flac"));
    Files.writeString(in.resolve("bad.wav"), "hello");
    Files.writeString(in.resolve("notes.txt"), "needs no line, as it is no audio by its name");
    Path references =
        Files.writeString(
            folder.resolve("refs.tsv"),
            """
            a.flac\t\tWe painted.
            a.wav\t\tWe painted.
            bad.wav\t\tHi.
            other.flac\tzz\tHi.
            gone.wav\t\tHi.
            """);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path output = folder.resolve("out");

    int code =
        Main.run(
            new Console(print(out), print(err), false),
            "assess",
            "--input=" + in,
            "--references=" + references,
            "--output=" + output);

    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(said).isEqualTo(ExitCode.FILES_FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("2 recordings assessed, 3 failed; see ");
    assertThat(said)
        .contains(
            "1 line of the references stands for no recording: gone.wav.",
            "UnsupportedAudio: " + in.resolve("bad.wav") + " is not audio of a known kind.",
            "UnsupportedAudio: " + in.resolve("none.flac") + " has no line in the references.",
            "knows no language 'zz'")
        .doesNotContain("notes.txt");
    assertThat(output.resolve("assessments").toFile().list())
        .containsExactlyInAnyOrder("a.flac.json", "a.wav.json");
    assertThat(output.resolve("report.csv")).content().contains(",UnsupportedAudio,");
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
