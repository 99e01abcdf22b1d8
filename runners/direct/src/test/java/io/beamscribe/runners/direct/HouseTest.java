// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What two places state must agree. */
class HouseTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern TEST_COMMAND =
      Pattern.compile("## Build and test\n.*?\n```\\w*\n(.+?)\n```", Pattern.DOTALL);

  @Test
  void ciRunsTheTestCommandOfTheReadme() throws IOException {
    Matcher readme = TEST_COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(readme.find()).as("README has a test command").isTrue();
    assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).endsWith(readme.group(1));
    assertThat(ROOT.resolve(".ci/run")).isExecutable();
  }
}
