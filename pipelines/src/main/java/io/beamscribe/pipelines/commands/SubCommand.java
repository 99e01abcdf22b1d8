// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandGroup;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;

/** A command of a group such as {@code models}. */
record SubCommand(CommandInfo info, Action action) implements Command {
  /** The work of a command. */
  interface Action {
    int run(PipelineOptions options, List<String> operands, Console console)
        throws UsageException, JobException;
  }

  /**
   * A command that takes flags and operands.
   *
   * @param example arguments of the command line shown as an example in help
   */
  static Command of(
      CommandGroup group,
      String name,
      String summary,
      Class<? extends PipelineOptions> options,
      CommandInfo.Operands operands,
      String example,
      Action action) {
    String words = group.name() + " " + name;
    return new SubCommand(
        new CommandInfo(
            Optional.of(group),
            name,
            summary,
            options,
            false,
            operands,
            List.of((words + " " + example).strip())),
        action);
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    return action.run(options, operands, console);
  }
}
