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

/** How a command ends: its exit code, and a sentence for people where there is no result. */
@Internal
public final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private Ending() {}

  /** What a command does. */
  public interface Work {
    /** Returns the exit code. */
    int run() throws UsageException, JobException;
  }

  /**
   * Does the work of a command.
   *
   * @param help command line that prints its help
   * @param args command line, of which only {@code --debug} counts
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
      return failed(console, "Beamscribe failed where it should not: " + e, e, args);
    }
  }

  private static int failed(Console console, String sentence, Throwable cause, String... args) {
    say(console, sentence);
    if (debug(args)) {
      LOG.error("The job failed", cause);
    }
    return ExitCode.JOB_FAILED;
  }

  /** Why there is no result; in a log it is no line like others. */
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
