// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** A command of the command line: what it takes, and what it does. */
@Internal
public interface Command {
  /** Name, flags and help of the command. */
  CommandInfo info();

  /**
   * Runs the command.
   *
   * @param options always of the type that {@link #info} names
   * @return the exit code
   * @throws UsageException if a flag or operand is invalid
   * @throws JobException if it failed, with a message for people
   */
  int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException;
}
