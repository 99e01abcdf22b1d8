// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.LogFormat;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import java.util.Arrays;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the work of a command and turns failures into an exit code and a message for people. */
@Internal
public final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private Ending() {}

  /** The work of a command. */
  public interface Work {
    /** Returns the exit code. */
    int run() throws UsageException, JobException;
  }

  /**
   * Runs the work of a command.
   *
   * @param help command line that prints its help
   * @param args command line, of which only {@code --debug} is read
   * @return the exit code
   */
  public static int of(Console console, String help, String[] args, Work work) {
    try {
      return work.run();
    } catch (UsageException e) {
      say(console, e.getMessage());
      console.err().println("Try: " + help);
      return ExitCode.USAGE;
    } catch (JobException e) {
      return failed(console, e.getMessage(), e, args);
    } catch (RuntimeException | Error e) {
      return failed(console, "Beamscribe failed unexpectedly: " + e, e, args);
    }
  }

  private static int failed(Console console, String sentence, Throwable cause, String... args) {
    say(console, sentence);
    if (debug(args)) {
      LOG.error("The job failed", cause);
    }
    return ExitCode.JOB_FAILED;
  }

  /** Reports why there is no result; in JSON logs as an error. */
  private static void say(Console console, String sentence) {
    if (LogFormat.current() == LogFormat.JSON) {
      LOG.error(sentence);
    } else {
      console.err().println(sentence);
    }
  }

  private static boolean debug(String... args) {
    return "1".equals(System.getenv("BEAMSCRIBE_DEBUG"))
        || Arrays.stream(args).anyMatch(arg -> arg.matches("--debug(=true)?"));
  }
}
