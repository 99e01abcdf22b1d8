// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.transcribe.PollInterval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchUsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "--pollInterval=often > --pollInterval must be a number with ms, s, m or h, as in 10s, not"
            + " 'often'.",
        "--pollInterval=10 > --pollInterval must be a number with ms, s, m or h, as in 10s, not"
            + " '10'.",
        "--pollInterval=5ms > --pollInterval must be 100ms at least, not '5ms'.",
        "--source=kafka > --source=kafka needs --kafkaServers and --kafkaTopic, as in"
            + " --kafkaServers=kafka:9092 --kafkaTopic=calls.",
        "--kafkaServers=kafka > --kafkaServers must be HOST:PORT,..., not 'kafka'.",
        "--kafkaTopic=calls > --kafkaTopic is for --source=kafka.",
        "--resultsTopic=ended > --resultsTopic needs --kafkaServers.",
      })
  void saysInOneSentenceWhatIsWrong(String flag, String sentence) {
    CommandLine run = CommandLine.run("watch", "--input=a", "--output=b", flag);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err().lines()).first().isEqualTo(sentence);
  }

  @Test
  void wantsAFolderThatIsThereButNothingInIt(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    assertThat(watch(folder.resolve("none").toString(), out))
        .startsWith("There is no file or folder '");
    assertThat(watch("https://example.org/a.wav", out))
        .startsWith("watch polls folders and object stores, not");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(watch(empty.toString(), out)).contains("--locale");
    assertThat(watch(empty + "/**/*.wav", out)).contains("--locale");
  }

  @Test
  void refusesWhatNothingCanComeOf(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out");
    assertThat(watch(out.resolve("in").toString(), out))
        .contains("is in the output, whose files are never taken.");
    assertThat(watch(folder + "/[", out)).contains("is not a pattern: ");
    CommandLine events =
        CommandLine.run(
            "watch",
            "--source=kafka",
            "--kafkaServers=127.0.0.1:9",
            "--kafkaTopic=calls",
            "--input=" + folder,
            "--output=" + out);
    assertThat(events.code()).isEqualTo(ExitCode.USAGE);
    assertThat(events.err())
        .startsWith("Events name objects of a store: with --source=kafka each input is s3a://");
  }

  @Test
  void readsTimesAsPeopleWriteThem() throws UsageException {
    assertThat(PollInterval.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(PollInterval.parse("10s")).isEqualTo(Duration.ofSeconds(10));
    assertThat(PollInterval.parse("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(PollInterval.parse("2h")).isEqualTo(Duration.ofHours(2));
  }

  /** Without a locale, so that it gets no further than asking for one. */
  private static String watch(String input, Path output) {
    CommandLine run = CommandLine.run("watch", "--input=" + input, "--output=" + output);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    return run.err();
  }
}
