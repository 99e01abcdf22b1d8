// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxRuntimeTest {
  /** Starts it, says so, and waits. */
  public static final class Starter {
    public static void main(String[] args) throws IOException {
      OnnxRuntime.environment();
      System.out.print("started");
      System.out.close();
      System.in.read();
    }
  }

  @Test
  void startsWhateverTheLengthOfTheCommandLine() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                "x".repeat(100_000))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
    assertThat(printed).isEqualTo("started");
  }

  /**
   * Its telemetry writes a log in the temporary folder as soon as it is loaded, and its queue below
   * the home, long before it asks for an address: no file, no telemetry.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNothingBehindAlsoIfKilled(boolean killed, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-Duser.home=" + home,
            "-Djava.io.tmpdir=" + temporary,
            "-Djna.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName());
    Map<String, String> variables = command.environment();
    variables.keySet().removeAll(List.of("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"));
    variables.put("HOME", home.toString());
    variables.put("TMPDIR", temporary.toString());
    Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("started");
    if (killed) {
      process.destroyForcibly();
    } else {
      process.getOutputStream().close();
    }
    assertThat(process.waitFor() == 0).isNotEqualTo(killed);
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, home, temporary);
    }
  }
}
