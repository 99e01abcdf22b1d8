// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.pipelines.flags.FlagSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and their flags as a picocli model. To picocli every value is text; {@link FlagSpec}
 * validates values, so that all messages read alike.
 */
final class CommandModel {
  private static final int HELP_WIDTH = 96;
  private static final int FLAG_WIDTH = 26;

  private CommandModel() {}

  static CommandLine of(String program, String version, List<Command> commands) {
    CommandSpec root = spec(program, "Turns audio into transcripts.");
    root.addOption(help("--version").versionHelp(true).description("Print the version.").build());
    root.version(program + " " + version);
    root.usageMessage().synopsisSubcommandLabel("COMMAND ...");
    commands.forEach(command -> add(root, program, command));
    addFooter(root, program);
    CommandLine commandLine = new CommandLine(root);
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    commandLine.setPosixClusteredShortOptionsAllowed(false);
    return commandLine;
  }

  /** Adds a command, inside its group if it has one. */
  private static void add(CommandSpec root, String program, Command command) {
    CommandInfo info = command.info();
    CommandSpec parent = info.group().map(group -> group(root, program, group)).orElse(root);
    parent.addSubcommand(info.name(), commandSpec(program, command));
  }

  private static CommandSpec group(CommandSpec root, String program, CommandGroup group) {
    CommandLine known = root.subcommands().get(group.name());
    if (known != null) {
      return known.getCommandSpec();
    }
    CommandSpec spec = spec(group.name(), group.summary());
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    addFooter(spec, program + " " + group.name());
    root.addSubcommand(group.name(), spec);
    return spec;
  }

  private static void addFooter(CommandSpec spec, String words) {
    spec.usageMessage().footer("", "'" + words + " COMMAND --help' lists the flags of a command.");
  }

  private static CommandSpec commandSpec(String program, Command command) {
    CommandInfo info = command.info();
    CommandSpec spec = spec(info.name(), info.summary(), command);
    List<FlagSpec> flags = FlagSpec.of(info.options());
    addGrouped(spec, flags);
    if (info.runsJob()) {
      addBeams(spec, flags);
    }
    CommandInfo.Operands operands = info.operands();
    if (operands.most() > 0) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .paramLabel(operands.label())
              .description(operands.description())
              .hideParamSyntax(true)
              .index("0..*")
              .required(operands.least() > 0)
              .arity(operands.least() + ".." + operands.most())
              .type(List.class)
              .auxiliaryTypes(String.class)
              .build());
    }
    List<String> footer = new ArrayList<>();
    info.examples().forEach(line -> footer.add("  " + program + " " + line));
    if (info.runsJob()) {
      footer.add("");
      footer.add(
          "Options of Beam and its runners are flags as well, such as --runner=FlinkRunner.");
    }
    spec.usageMessage().footerHeading("%nExamples%n").footer(footer.toArray(String[]::new));
    return spec;
  }

  private static void addGrouped(CommandSpec spec, List<FlagSpec> flags) {
    Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
    for (FlagSpec flag : flags) {
      groups
          .computeIfAbsent(
              flag.flag().group(),
              heading ->
                  ArgGroupSpec.builder()
                      .heading("%n" + heading + "%n")
                      .validate(false)
                      .order(flag.flag().order()))
          .addArg(option(flag).description(describe(flag)).build());
    }
    groups.values().forEach(group -> spec.addArgGroup(group.build()));
  }

  /** Accepts Beam's own options as hidden flags; help lists only the command's own. */
  private static void addBeams(CommandSpec spec, List<FlagSpec> own) {
    Set<String> names = own.stream().map(FlagSpec::name).collect(Collectors.toSet());
    for (FlagSpec flag : FlagSpec.ofBeam()) {
      if (!names.contains(flag.name())) {
        spec.addOption(
            OptionSpec.builder("--" + flag.name())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(flag.isBoolean() ? "0..1" : "1")
                .fallbackValue("true")
                .paramLabel("VALUE")
                .hidden(true)
                .build());
      }
    }
  }

  private static OptionSpec.Builder option(FlagSpec flag) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + flag.name())
            .paramLabel(flag.label())
            .order(flag.flag().order())
            .required(false)
            .hideParamSyntax(true)
            .arity(flag.isBoolean() ? "0..1" : "1");
    if (flag.isBoolean()) {
      option.fallbackValue("true");
    }
    return flag.isList()
        ? option.type(List.class).auxiliaryTypes(String.class)
        : option.type(String.class);
  }

  private static String describe(FlagSpec flag) {
    String text = flag.description();
    if (flag.required()) {
      text += " [required]";
    } else if (!flag.defaultText().isEmpty()) {
      text += " [" + flag.defaultText() + "]";
    }
    return text.replace("%", "%%");
  }

  private static CommandSpec spec(String name, String summary) {
    return spec(name, summary, null);
  }

  private static CommandSpec spec(String name, String summary, @Nullable Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.addOption(
        help("--help")
            .names("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build());
    spec.usageMessage()
        .width(HELP_WIDTH)
        .longOptionsMaxWidth(FLAG_WIDTH)
        .description(summary, "")
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .commandListHeading("%nCommands%n");
    return spec;
  }

  private static OptionSpec.Builder help(String name) {
    return OptionSpec.builder(name).type(boolean.class).arity("0");
  }
}
