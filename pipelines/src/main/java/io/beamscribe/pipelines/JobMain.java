// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.cli.Ending;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.Flags;
import java.util.List;

/** Runs the command behind a job's main class on a cluster. */
final class JobMain {
  private static final String COMMAND_LINE = "org.apache.flink.client.cli.CliFrontend";

  private JobMain() {}

  /**
   * Exits the process only from Flink's command line, which knows no exit codes but 0 and 1;
   * otherwise it may belong to the cluster, and this throws if the job did not finish.
   */
  static void run(Command command, String... args) {
    Console console = Console.ofProcess(args);
    CommandInfo info = command.info();
    int code =
        Ending.of(
            console,
            "beamscribe " + info.words() + " --help",
            args,
            () -> command.run(Flags.parse(info.options(), info.words(), args), List.of(), console));
    if (code != ExitCode.DONE && isOfCommandLine()) {
      console.out().flush();
      console.err().flush();
      System.exit(code);
    }
    if (code != ExitCode.DONE && code != ExitCode.FILES_FAILED) {
      throw new IllegalStateException("The job ended with exit code " + code + ".");
    }
  }

  /** Whether Flink's command line runs this, a process that ends with it and has nothing else. */
  private static boolean isOfCommandLine() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(COMMAND_LINE)));
  }
}
