// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.Flags;
import io.beamscribe.pipelines.flags.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speech from a pipe or a file, as phrases. */
class ListenCommandTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-2.flac");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aTerminalShowsWhatIsNotFinalYet() throws Exception {
    assertThat(run("-", LiveFormat.TXT, true)).isNotEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\r\033[K" + text(out).charAt(0));
  }

  @Test
  void subtitlesAreAFileWhenTheyEnd() throws Exception {
    String lines = run(AUDIO.toString(), LiveFormat.TXT, false);
    assertThat(run(AUDIO.toString(), LiveFormat.VTT, false))
        .startsWith("WEBVTT\n\n00:00:0")
        .contains(" --> ")
        .contains(lines.substring(0, 4))
        .endsWith("\n\n");
    assertThat(run(AUDIO.toString(), LiveFormat.SRT, false)).startsWith("1\n00:00:0");
    assertThat(err.size()).isZero();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> run("none.wav", LiveFormat.TXT, false))
        .isInstanceOf(UsageException.class)
        .hasMessage("There is no file none.wav.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "kafka://broker:9092/calls > - > --output is missing: the topic for phrases, as in"
            + " --output=kafka://broker:9092/text.",
        "kafka://broker/calls > kafka://broker:9092/text > --input must be"
            + " kafka://HOST:PORT/TOPIC, not 'kafka://broker/calls'.",
        "kafka://broker:9092/calls > text > --output must be kafka://HOST:PORT/TOPIC, not 'text'.",
        "kafka://a:1,b:1/calls > kafka://a:1,b:1/calls > --output must be another topic than"
            + " --input.",
        "call.wav > out.txt > --output is for --input=kafka://HOST:PORT/TOPIC.",
      })
  void topicsAreNamedBothOrNeither(String input, String output, String sentence) {
    ListenOptions options = PipelineOptionsFactory.as(ListenOptions.class);
    options.setInput(List.of(input));
    options.setOutput(output.equals("-") ? null : output);
    options.setModel("vosk-small-ko");
    assertThatThrownBy(
            () -> command(InputStream.nullInputStream()).run(options, List.of(), console(false)))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "--input=call.wav --partials=true > --partials is",
        "--input=call.wav --idle=2m > --idle is",
        "--input=- --output=kafka://a:1/text --kafkaGroup=mine > --output and --kafkaGroup are",
        "--input=- --kafkaProperties=file --parallelism=2 > --parallelism and --kafkaProperties"
            + " are",
      })
  void flagsOfATopicNeedOne(String flags, String begin) throws Exception {
    PipelineOptions options = Flags.parse(ListenOptions.class, "listen", flags.split(" "));
    assertThatThrownBy(
            () -> command(InputStream.nullInputStream()).run(options, List.of(), console(false)))
        .isInstanceOf(UsageException.class)
        .hasMessage(begin + " for --input=kafka://HOST:PORT/TOPIC.");
  }

  @Test
  void aTopicHasOneFormat() throws Exception {
    PipelineOptions options =
        Flags.parse(
            ListenOptions.class,
            "listen",
            "--input=kafka://a:1/calls",
            "--output=kafka://a:1/text",
            "--format=txt");
    assertThatThrownBy(
            () -> command(InputStream.nullInputStream()).run(options, List.of(), console(false)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--format is for audio from a file or the standard input");
  }

  private String run(String input, LiveFormat format, boolean terminal) throws Exception {
    ListenOptions options = PipelineOptionsFactory.as(ListenOptions.class);
    options.setInput(List.of(input));
    options.setFormat(format);
    options.setModel("vosk-small-ko");
    out.reset();
    try (InputStream in = Files.newInputStream(AUDIO)) {
      assertThat(command(in).run(options, List.of(), console(terminal))).isEqualTo(ExitCode.DONE);
    }
    return text(out);
  }

  private static ListenCommand command(InputStream in) {
    return new ListenCommand(in, (job, flags, out) -> {});
  }

  private Console console(boolean terminal) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
