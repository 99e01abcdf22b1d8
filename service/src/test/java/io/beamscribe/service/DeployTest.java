// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image and the manifest say what the program knows. */
class DeployTest {
  private static final Path IMAGE = Path.of("deploy/Dockerfile");
  private static final Path MANIFEST = Path.of("deploy/kubernetes.yaml");
  private static final Pattern FLAG = Pattern.compile("--([a-zA-Z]+)=");

  @Test
  void flagsAreThoseOfServe() throws IOException {
    String entry = Files.readString(IMAGE);
    assertThat(flags(entry.substring(entry.indexOf("ENTRYPOINT"))))
        .containsExactly("host", "data")
        .allMatch(DeployTest::known);
    assertThat(flags(Files.readString(MANIFEST))).isNotEmpty().allMatch(DeployTest::known);
  }

  private static List<String> flags(String text) {
    return FLAG.matcher(text).results().map(flag -> flag.group(1)).toList();
  }

  private static boolean known(String flag) {
    String name = flag.substring(0, 1).toUpperCase(Locale.ROOT) + flag.substring(1);
    return Arrays.stream(ServeOptions.class.getMethods())
        .anyMatch(method -> method.getName().equals("set" + name));
  }

  /** All but those of the archive that each machine makes, and of the end of memory. */
  @Test
  void theJvmHasTheOptionsOfTheProgram() throws IOException {
    String program = Files.readString(Path.of("../bin/beamscribe"));
    String options = program.substring(program.indexOf("options=("));
    List<String> given =
        Pattern.compile("^  (-[XD]\\S+)$", Pattern.MULTILINE)
            .matcher(options.substring(0, options.indexOf("\n)")))
            .results()
            .map(MatchResult::group)
            .map(String::strip)
            .toList();
    assertThat(given).hasSizeGreaterThan(5);
    assertThat(Files.readString(IMAGE)).contains(given);
  }
}
