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

/** Makes the commands of a group such as {@code models}, which take the same flags. */
record SubCommands<T extends PipelineOptions>(CommandGroup group, Class<T> options) {
  /** The work of a command. */
  interface Action<T> {
    int run(T options, List<String> operands, Console console) throws UsageException, JobException;
  }

  /**
   * A command that takes flags and operands.
   *
   * @param example arguments of the command line shown as an example in help
   */
  Command command(
      String name,
      String summary,
      CommandInfo.Operands operands,
      String example,
      Action<T> action) {
    String line = String.join(" ", group.name(), name, example).strip();
    CommandInfo info =
        new CommandInfo(Optional.of(group), name, summary, options, false, operands, List.of(line));
    return new SubCommand<>(info, options, action);
  }

  private record SubCommand<T extends PipelineOptions>(
      CommandInfo info, Class<T> type, Action<T> action) implements Command {
    @Override
    public int run(PipelineOptions options, List<String> operands, Console console)
        throws UsageException, JobException {
      return action.run(options.as(type), operands, console);
    }
  }
}
