// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that no compiler holds. */
class HouseTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern TEST_COMMAND =
      Pattern.compile("## Build and test\n.*?\n```\\w*\n(.+?)\n```", Pattern.DOTALL);
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
  private static final Pattern SLEEP = Pattern.compile("[.]sleep[(]");

  @Test
  void ciRunsTheTestCommandOfTheReadme() throws IOException {
    Matcher readme = TEST_COMMAND.matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(readme.find()).as("README has a test command").isTrue();
    assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).endsWith(readme.group(1));
    assertThat(ROOT.resolve(".ci/run")).isExecutable();
  }

  /** A test waits for what it needs. These two sleep, as being slow is the fault that they make. */
  @Test
  void noTestSleeps() throws IOException {
    List<String> sleeping = new ArrayList<>();
    Matcher modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (modules.find()) {
      Path tests = ROOT.resolve(modules.group(1)).resolve("src/test");
      if (Files.exists(tests)) {
        try (Stream<Path> files = Files.walk(tests)) {
          for (Path source : files.filter(file -> file.toString().endsWith(".java")).toList()) {
            if (SLEEP.matcher(Files.readString(source)).find()) {
              sleeping.add(source.getFileName().toString());
            }
          }
        }
      }
    }
    assertThat(sleeping).containsExactlyInAnyOrder("FaultyEngineProvider.java", "FaultyProxy.java");
  }
}
