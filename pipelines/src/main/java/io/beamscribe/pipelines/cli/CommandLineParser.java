// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.flags.Flags;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Parses a command line into a command, its options with every value checked, and its operands. */
@Internal
public final class CommandLineParser {
  private final List<Command> commands;
  private final CommandLine commandLine;

  /**
   * @param program name of the program
   * @param version printed by {@code --version}
   */
  public CommandLineParser(String program, String version, List<Command> commands) {
    this.commands = List.copyOf(commands);
    this.commandLine = CommandModel.of(program, version, commands);
  }

  /**
   * Parses a command line.
   *
   * @throws UsageException that says in one sentence what is wrong
   */
  public Request parse(String... args) throws UsageException {
    ParseResult result;
    try {
      result = commandLine.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(UsageSentences.of(e, args), e);
    }
    while (result.hasSubcommand() && !result.isUsageHelpRequested()) {
      result = result.subcommand();
    }
    CommandLine chosen = result.commandSpec().commandLine();
    if (result.isVersionHelpRequested()) {
      return new Request.Show(String.join("\n", result.commandSpec().version()) + "\n");
    }
    if (result.isUsageHelpRequested() || args.length == 0) {
      return new Request.Show(chosen.getUsageMessage());
    }
    if (!(result.commandSpec().userObject() instanceof Command command)) {
      throw new UsageException(
          "%s needs a command: %s."
              .formatted(
                  chosen.getCommandSpec().qualifiedName(),
                  Words.either(List.copyOf(chosen.getSubcommands().keySet()))));
    }
    return new Request.Run(command, options(command, result), operands(result));
  }

  /** The names of all commands. */
  public List<String> names() {
    return commands.stream().map(command -> command.info().words()).toList();
  }

  private static PipelineOptions options(Command command, ParseResult result)
      throws UsageException {
    CommandInfo info = command.info();
    Flags flags = new Flags(info.options());
    for (OptionSpec option : new LinkedHashSet<>(result.matchedOptions())) {
      for (String value : option.stringValues()) {
        flags.add(option.longestName().substring(2), value);
      }
    }
    return flags.options(result.commandSpec().root().name() + " " + info.examples().get(0));
  }

  private static List<String> operands(ParseResult result) {
    return result.matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .distinct()
        .toList();
  }
}
