// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.console.ProgressMode;
import io.beamscribe.pipelines.listen.ListenCommand;
import io.beamscribe.pipelines.sample.SampleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.beam.sdk.annotations.Internal;

/** Every command of the program, in the order of help. */
@Internal
public final class Commands {
  private Commands() {}

  /** {@code listen}. */
  public static Command listen() {
    return new ListenCommand(
        System.in,
        (job, options, console) ->
            JobConsole.run(job::start, job.worksElsewhere(), ProgressMode.NONE, console));
  }

  public static List<Command> all() {
    List<Command> commands = new ArrayList<>();
    commands.add(new TranscribeCommand());
    commands.add(new WatchCommand());
    commands.add(new AssessCommand());
    commands.add(new RenderCommand());
    commands.add(new DiarizeCommand());
    commands.add(new EvaluateCommand());
    commands.add(new ExportCommand());
    commands.add(listen());
    commands.add(new TextCommand(System.in));
    commands.add(new SampleCommand());
    commands.add(new AdaptCommand());
    commands.addAll(DatasetCommands.all());
    commands.addAll(VoicesCommands.all());
    commands.addAll(ModelsCommands.all());
    // Those of modules that nothing here knows.
    ServiceLoader.load(Command.class, Commands.class.getClassLoader()).forEach(commands::add);
    return commands;
  }
}
