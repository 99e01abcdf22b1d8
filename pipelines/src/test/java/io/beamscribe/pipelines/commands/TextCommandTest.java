// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.text.TextOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** Written forms of lines from standard input. */
class TextCommandTest {
  @Test
  void eachLineBecomesAnObjectWhoseWordsPointToSpokenOnes() throws Exception {
    assertThat(run("i owe you twenty five dollars\n"))
        .containsExactly(
            "{\"lexical\":\"i owe you twenty five dollars\",\"itn\":\"i owe you $25\","
                + "\"maskedITN\":\"i owe you $25\",\"display\":\"I owe you $25.\","
                + "\"displayWords\":[{\"displayText\":\"I\",\"first\":0,\"last\":0},"
                + "{\"displayText\":\"owe\",\"first\":1,\"last\":1},"
                + "{\"displayText\":\"you\",\"first\":2,\"last\":2},"
                + "{\"displayText\":\"$25.\",\"first\":3,\"last\":5}],\"entities\":[]}");
  }

  @Test
  void linesStayInOrderAndNoneIsLost() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 20_000; line++) {
      lines.append(line % 7 == 0 ? "" : "line " + line).append('\n');
    }
    List<String> objects = run(lines.toString());
    assertThat(objects).hasSize(20_000);
    for (int line = 0; line < objects.size(); line++) {
      String lexical = line % 7 == 0 ? "" : "line " + line;
      assertThat(objects.get(line)).startsWith("{\"lexical\":\"" + lexical + "\",");
    }
  }

  @Test
  void endlessRowsOfNumbersHideNoOtherLine() throws Exception {
    List<String> objects = run("twenty five\n" + "one ".repeat(5000) + "\nthirty\n");
    assertThat(objects).hasSize(3);
    assertThat(objects.get(0)).contains("\"display\":\"25.\"");
    assertThat(objects.get(2)).contains("\"display\":\"30.\"");
  }

  @Test
  void whisperCannotHearWords() {
    TextOptions options = PipelineOptionsFactory.as(TextOptions.class);
    options.setLocale("en-US");
    options.setPunctuation(Punctuation.WHISPER);
    PrintStream none = new PrintStream(OutputStream.nullOutputStream());
    assertThatThrownBy(
            () ->
                new TextCommand(InputStream.nullInputStream())
                    .run(options, List.of(), new Console(none, none, false)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("audio");
  }

  @Test
  void saysOnceThatALanguageHasNoRules() throws Exception {
    assertThat(run("kaksi\nkolme\n", "fi-FI"))
        .hasSize(3)
        .first(STRING)
        .startsWith("There are no rules for numbers in fi-FI");
  }

  @Test
  void addressesBeginNoSentenceWithACapital() throws Exception {
    assertThat(run("w w w punkt beispiel punkt de\n", "de-DE").get(0))
        .contains("\"display\":\"www.beispiel.de.\"");
  }

  @Test
  void endlessLinesEndWhenNobodyReadsAnyMore() {
    PrintStream gone =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    InputStream endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return "two\n".charAt((int) (at++ % 4));
          }

          @Override
          public int read(byte[] bytes, int from, int count) {
            for (int i = 0; i < count; i++) {
              bytes[from + i] = (byte) read();
            }
            return count;
          }
        };
    TextOptions options = PipelineOptionsFactory.as(TextOptions.class);
    options.setLocale("en-US");

    int code =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () -> new TextCommand(endless).run(options, List.of(), new Console(gone, gone, false)));

    assertThat(code).isEqualTo(ExitCode.DONE);
  }

  private static List<String> run(String lines) throws Exception {
    return run(lines, "en-US");
  }

  private static List<String> run(String lines, String locale) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    TextOptions options = PipelineOptionsFactory.as(TextOptions.class);
    options.setLocale(locale);
    byte[] in = lines.getBytes(StandardCharsets.UTF_8);
    int code =
        new TextCommand(new ByteArrayInputStream(in))
            .run(options, List.of(), new Console(print, print, false));
    assertThat(code).isEqualTo(ExitCode.DONE);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
