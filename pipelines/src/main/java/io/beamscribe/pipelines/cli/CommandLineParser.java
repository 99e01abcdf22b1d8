package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.console.Words;
import io.beamscribe.pipelines.flags.FlagSpec;
import io.beamscribe.pipelines.flags.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads a command line: which command, its options with every value checked, its operands. */
public final class CommandLineParser {
  private final List<Command> commands;
  private final CommandLine commandLine;

  /**
   * @param program name of the program
   * @param version what {@code --version} says
   */
  public CommandLineParser(String program, String version, List<Command> commands) {
    this.commands = List.copyOf(commands);
    this.commandLine = CommandModel.of(program, version, commands);
  }

  /** What a command line asks for; wrong usage is said in one sentence. */
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
    return commands.stream().map(Command::words).toList();
  }

  private static PipelineOptions options(Command command, ParseResult result)
      throws UsageException {
    List<FlagSpec> flags = FlagSpec.of(command.options());
    List<FlagSpec> missing =
        flags.stream()
            .filter(flag -> flag.required() && !result.hasMatchedOption("--" + flag.name()))
            .toList();
    if (!missing.isEmpty()) {
      throw new UsageException(
          missing.stream().map(flag -> "--" + flag.name()).collect(Collectors.joining(" and "))
              + (missing.size() == 1 ? " is" : " are")
              + " missing, as in: "
              + result.commandSpec().root().name()
              + " "
              + command.examples().get(0));
    }
    Set<String> own = flags.stream().map(flag -> "--" + flag.name()).collect(Collectors.toSet());
    List<String> beams = new ArrayList<>();
    for (OptionSpec option : new LinkedHashSet<>(result.matchedOptions())) {
      if (!own.contains(option.longestName())) {
        option.stringValues().forEach(value -> beams.add(option.longestName() + "=" + value));
      }
    }
    if (command.runsJob()) {
      beams.addAll(
          DirectArguments.missing(beams, result.matchedOptionValue("--parallelism", null)));
    }
    PipelineOptions typed = BeamArguments.create(beams).as(command.options());
    for (FlagSpec flag : flags) {
      OptionSpec matched = result.matchedOption("--" + flag.name());
      if (matched != null) {
        flag.set(typed, matched.stringValues());
      }
    }
    return typed;
  }

  private static List<String> operands(ParseResult result) {
    return result.matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .distinct()
        .toList();
  }
}
