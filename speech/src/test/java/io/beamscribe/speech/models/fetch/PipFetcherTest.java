// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines without Python, without pip, without the package. */
class PipFetcherTest {
  private static final ModelSource.Single NONE =
      new ModelSource.Pip("silero-vad", "0.0.0.dev999", null, List.of(), null, null);

  @TempDir Path folder;

  @Test
  void pythonIsMissing() {
    assertThatThrownBy(() -> fetch("no-such-python"))
        .isInstanceOf(ModelException.class)
        .hasMessage("no-such-python is not there (Python 3 with pip is needed)");
  }

  @Test
  void pipIsMissing() throws Exception {
    Path bare = folder.resolve("bare");
    assumeTrue(run("python3", "-m", "venv", "--without-pip", bare.toString()) == 0, "no venv");
    assertThatThrownBy(() -> fetch(bare.resolve("bin/python").toString()))
        .isInstanceOf(ModelException.class)
        .hasMessage("pip is missing in this Python");
  }

  @Test
  void packageIsMissing() throws Exception {
    assumeTrue(run("python3", "-m", "pip", "--version") == 0, "no pip");
    assertThatThrownBy(() -> fetch("python3"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("pip could not download it")
        .message()
        .doesNotContain("://");
  }

  private Path fetch(String python) throws Exception {
    return new PipFetcher(python).fetch(NONE, folder, 1 << 20, done -> {});
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
