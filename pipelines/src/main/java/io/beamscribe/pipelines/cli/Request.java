// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** What a command line asks for. */
@Internal
public sealed interface Request {
  /** Print help or the version, and exit. */
  record Show(String text) implements Request {}

  /** Run a command. */
  record Run(Command command, PipelineOptions options, List<String> operands) implements Request {
    public Run {
      operands = List.copyOf(operands);
    }
  }
}
