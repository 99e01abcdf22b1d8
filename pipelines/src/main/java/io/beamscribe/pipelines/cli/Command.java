package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** A command of the command line: what it takes, and what it does. */
public interface Command {
  /** One word, or two such as {@code models pull}. */
  String words();

  /** One line of help. */
  String summary();

  /** The interface whose {@link Flag} getters are its flags. */
  Class<? extends PipelineOptions> options();

  /** Whether it runs a Beam job, so that Beam's own options are flags of it as well. */
  default boolean runsJob() {
    return false;
  }

  /** What it takes besides flags. */
  default Operands operands() {
    return Operands.NONE;
  }

  /** Command lines for help, without the program's name. */
  List<String> examples();

  /**
   * Does it.
   *
   * @param options always of the type {@link #options}
   * @return the exit code
   * @throws UsageException if what was asked for cannot be right
   * @throws JobException if it failed, with a sentence for people
   */
  int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException;

  /**
   * Words that a command takes besides flags.
   *
   * @param label what stands for one in help
   */
  record Operands(String label, int least, int most) {
    public static final Operands NONE = new Operands("", 0, 0);
  }
}
