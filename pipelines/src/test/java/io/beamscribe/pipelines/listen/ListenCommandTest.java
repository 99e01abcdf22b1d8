// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    assertThatThrownBy(
            () ->
                new ListenCommand(InputStream.nullInputStream(), (job, flags, to) -> {})
                    .run(options, List.of(), console))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  private String run(String input, LiveFormat format, boolean terminal) throws Exception {
    ListenOptions options = PipelineOptionsFactory.as(ListenOptions.class);
    options.setInput(List.of(input));
    options.setFormat(format);
    options.setModel("vosk-small-ko");
    out.reset();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal);
    try (InputStream in = Files.newInputStream(AUDIO)) {
      assertThat(new ListenCommand(in, (job, flags, out) -> {}).run(options, List.of(), console))
          .isEqualTo(ExitCode.DONE);
    }
    return text(out);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
