package io.beamscribe.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said before any work is done. */
class TranscribeUsageTest {
  @TempDir Path folder;

  @Test
  void inputThatNamesNothing() {
    String none = folder.resolve("none.wav").toString();
    assertUsage("There is no file or folder '" + none + "'.", "--input=" + none);

    String pattern = folder.resolve("**/*.wav").toString();
    assertUsage("No file matches the input '" + pattern + "'.", "--input=" + pattern);
  }

  @Test
  void outputThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandLine run =
        CommandLine.run("transcribe", "--input=" + folder, "--output=" + file.resolve("out"));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("Nothing can be written to the output " + file + "/out.");
  }

  @Test
  void theProbeOfTheOutputLeavesNothing() throws Exception {
    Preflight.requireWritable(folder.resolve("a/b").toString());

    assertThat(folder.resolve("a/b")).isEmptyDirectory();
  }

  @Test
  void localeThatIsMissingOrUnknown() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
    String input = "--input=" + folder;

    assertUsage("--locale is missing: say what language is spoken, as in --locale=ko-KR.", input);
    assertUsage("No model is known for 'kr-KR'; did you mean ko-KR?", input, "--locale=kr-KR");
    assertUsage(
        "No model is called 'vosk-smal-ko'; did you mean vosk-small-ko?",
        input,
        "--model=vosk-smal-ko");
    assertThat(run(input, "--locale=xx-XX").err())
        .startsWith("No model is known for 'xx-XX'; there are some for ");
  }

  private void assertUsage(String sentence, String... flags) {
    CommandLine run = run(flags);
    assertThat(run.err().lines()).first().isEqualTo(sentence);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  private CommandLine run(String... flags) {
    String[] args = new String[flags.length + 2];
    args[0] = "transcribe";
    args[1] = "--output=" + folder.resolve("out");
    System.arraycopy(flags, 0, args, 2, flags.length);
    return CommandLine.run(args);
  }
}
