// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandLineParser;
import io.beamscribe.pipelines.cli.Ending;
import io.beamscribe.pipelines.cli.Request;
import io.beamscribe.pipelines.commands.Commands;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import java.util.Optional;

/** The program: {@code beamscribe COMMAND --flag=value ...}. */
public final class Main {
  private static final String PROGRAM = "beamscribe";

  private Main() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess(args);
    int code = PrivateFolder.use().map(why -> without(why, console, args)).orElse(ExitCode.DONE);
    if (code == ExitCode.DONE) {
      code = run(console, args);
    }
    Optional<String> lost = console.failure();
    lost.ifPresent(why -> console.err().println("The output cannot be written: " + why + "."));
    console.err().flush();
    System.exit(lost.isPresent() && code == ExitCode.DONE ? ExitCode.JOB_FAILED : code);
  }

  /** Ends a job at once that would fail without native libraries; other commands need none. */
  private static int without(String why, Console console, String... args) {
    console.err().println(why);
    boolean job =
        args.length > 0
            && Commands.all().stream()
                .map(Command::info)
                .anyMatch(info -> info.runsJob() && info.words().equals(args[0]));
    return job ? ExitCode.JOB_FAILED : ExitCode.DONE;
  }

  /** Runs a command line and returns its {@link ExitCode}. Never exits the process. */
  public static int run(Console console, String... args) {
    CommandLineParser parser = new CommandLineParser(PROGRAM, version(), Commands.all());
    return Ending.of(
        console,
        help(parser, args),
        args,
        () -> {
          Request request = parser.parse(args);
          if (request instanceof Request.Show show) {
            console.out().print(show.text());
            return ExitCode.DONE;
          }
          Request.Run run = (Request.Run) request;
          return run.command().run(run.options(), run.operands(), console);
        });
  }

  /**
   * The command line that prints help for the command at the start of {@code args}, or else for the
   * program.
   */
  private static String help(CommandLineParser parser, String... args) {
    StringBuilder known = new StringBuilder();
    for (String arg : args) {
      String longer = known + arg;
      if (parser.names().stream().noneMatch(name -> (name + " ").startsWith(longer + " "))) {
        break;
      }
      known.append(arg).append(' ');
    }
    return PROGRAM + " " + known + "--help";
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "of a development build" : version;
  }
}
