// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OnnxRuntimeTest {
  /** Starts it, and says so. */
  public static final class Starter {
    public static void main(String[] args) {
      OnnxRuntime.environment();
      System.out.print("started");
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
    assertThat(process.waitFor()).isZero();
    assertThat(printed).isEqualTo("started");
  }
}
