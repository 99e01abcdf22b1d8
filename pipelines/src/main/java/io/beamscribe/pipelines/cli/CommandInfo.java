// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.flags.Flag;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Describes a command for the parser and for help.
 *
 * @param group that the command belongs to, whose name precedes its own
 * @param summary one line of help
 * @param options the interface whose {@link Flag} getters are its flags
 * @param runsJob whether it runs a Beam job and therefore accepts Beam's own options as flags
 * @param operands that it takes besides flags
 * @param examples command lines for help, without the program's name
 */
@Internal
public record CommandInfo(
    Optional<CommandGroup> group,
    String name,
    String summary,
    Class<? extends PipelineOptions> options,
    boolean runsJob,
    Operands operands,
    List<String> examples) {
  public CommandInfo {
    examples = List.copyOf(examples);
  }

  /** A command that takes flags only. */
  public static CommandInfo of(
      String name, String summary, Class<? extends PipelineOptions> options, String... examples) {
    return new CommandInfo(
        Optional.empty(), name, summary, options, false, Operands.NONE, List.of(examples));
  }

  /** A command that runs a Beam job. */
  public static CommandInfo ofJob(
      String name, String summary, Class<? extends PipelineOptions> options, String... examples) {
    return new CommandInfo(
        Optional.empty(), name, summary, options, true, Operands.NONE, List.of(examples));
  }

  /** One word, or two such as {@code models pull}. */
  public String words() {
    return group.map(of -> of.name() + " " + name).orElse(name);
  }

  /**
   * The operands of a command: words besides flags.
   *
   * @param label placeholder in help
   * @param description what the words stand for, in help
   * @param least minimum number of operands
   * @param most maximum number of operands
   */
  public record Operands(String label, String description, int least, int most) {
    public static final Operands NONE = new Operands("", "", 0, 0);

    /** Any number of operands from a minimum on. */
    public static Operands atLeast(int least, String label, String description) {
      return new Operands(label, description, least, Integer.MAX_VALUE);
    }
  }
}
