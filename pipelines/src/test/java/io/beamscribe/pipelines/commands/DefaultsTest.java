// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.flags.FlagSpec;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** The default of a flag is a promise: changing it changes every run. */
class DefaultsTest {
  @Test
  void everyFlagOfEveryCommandHasTheDefaultThatIsWrittenDown() throws Exception {
    try (InputStream golden = DefaultsTest.class.getResourceAsStream("defaults.txt")) {
      assertThat(String.join("\n", defaults()) + "\n")
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Command, flag, default value, and what help says about it, or that it is required. */
  private static List<String> defaults() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Command command : Commands.all()) {
      CommandInfo info = command.info();
      PipelineOptions options = PipelineOptionsFactory.create().as(info.options());
      for (FlagSpec flag : FlagSpec.of(info.options())) {
        String help = flag.required() ? "required" : flag.defaultText();
        lines.add(
            "%s --%s %s [%s]"
                .formatted(info.words(), flag.name(), flag.getter().invoke(options), help));
      }
    }
    return lines;
  }
}
