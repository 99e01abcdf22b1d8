// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.pipelines.cli.CommandLineParser;
import io.beamscribe.pipelines.cli.Request;
import io.beamscribe.pipelines.commands.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  private static final CommandLineParser PARSER =
      new CommandLineParser("beamscribe", "1", Commands.all());

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/service.md"})
  void acceptsTheLinesOfTheDocs(String page) throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("..", page)).stream()
            .filter(line -> line.startsWith("bin/beamscribe serve"))
            .filter(line -> !line.contains("FlinkRunner")) // its flags are those of that runner
            .toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      requireServe(line.substring("bin/beamscribe ".length()));
    }
  }

  @Test
  void acceptsTheExamplesOfHelp() throws Exception {
    for (String line : new ServeCommand().info().examples()) {
      requireServe(line);
    }
  }

  private static void requireServe(String line) throws Exception {
    Request request = PARSER.parse(line.split(" "));
    assertThat(request).isInstanceOf(Request.Run.class);
    assertThat(((Request.Run) request).command()).isInstanceOf(ServeCommand.class);
  }
}
