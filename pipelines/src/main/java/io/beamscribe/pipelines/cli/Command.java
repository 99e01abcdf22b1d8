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
  /** What help and the parser know of it. */
  CommandInfo info();

  /**
   * Does it.
   *
   * @param options always of the type that {@link #info} names
   * @return the exit code
   * @throws UsageException if what was asked for cannot be right
   * @throws JobException if it failed, with a sentence for people
   */
  int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException;
}
