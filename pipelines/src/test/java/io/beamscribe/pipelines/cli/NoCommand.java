// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.transcribe.TranscribeOptions;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** A command with the flags of transcribe that does nothing. */
final class NoCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob("run", "Does nothing.", TranscribeOptions.class, "run");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console) {
    return ExitCode.DONE;
  }
}
