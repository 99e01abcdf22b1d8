// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import io.beamscribe.speech.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Explains what is wrong with a command line and suggests the nearest valid spelling. */
final class UsageSentences {
  private UsageSentences() {}

  static String of(CommandLine.ParameterException e, String... args) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), command);
    }
    if (e instanceof CommandLine.MissingParameterException missing) {
      return missing(missing.getMissing().get(0), command);
    }
    if (e instanceof CommandLine.OverwrittenOptionException overwritten
        && overwritten.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given twice.";
    }
    return String.valueOf(e.getMessage());
  }

  private static String unmatched(String word, CommandSpec command) {
    boolean flag = word.startsWith("-");
    String name = flag && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    List<String> choices = new ArrayList<>();
    if (flag) {
      command.options().forEach(option -> choices.add(option.longestName()));
    } else {
      choices.addAll(command.subcommands().keySet());
    }
    Optional<String> nearest = nearest(name, choices);
    if (flag && command.parent() == null) {
      return "'%s' comes before the command; write: %s COMMAND %s"
          .formatted(name, command.name(), word);
    }
    String wrong =
        flag
            ? "%s is not a flag of %s".formatted(name, path(command))
            : choices.isEmpty()
                ? "'%s' is not part of a flag".formatted(word)
                : "'%s' is not a command of %s".formatted(word, command.qualifiedName());
    if (nearest.isPresent()) {
      return "%s; did you mean %s?".formatted(wrong, nearest.get());
    }
    if (flag) {
      return wrong + ".";
    }
    return choices.isEmpty()
        ? wrong + "; put patterns in quotes, as in --input='audio/*.wav'."
        : "%s; the commands are %s."
            .formatted(wrong, Words.either(choices).replace(" or ", " and "));
  }

  private static String missing(ArgSpec missing, CommandSpec command) {
    return missing instanceof OptionSpec option
        ? "%1$s needs a value, as in %1$s=%2$s."
            .formatted(option.longestName(), option.paramLabel())
        : "%s needs %s.".formatted(path(command), missing.paramLabel());
  }

  /** Compares without dashes, which all flags share. */
  private static Optional<String> nearest(String name, List<String> choices) {
    String bare = name.replaceFirst("^-+", "");
    return Words.nearest(bare, choices.stream().map(c -> c.replaceFirst("^-+", "")).toList())
        .map(found -> choices.contains("--" + found) ? "--" + found : found);
  }

  private static String path(CommandSpec command) {
    return command.qualifiedName().substring(command.root().name().length()).strip();
  }
}
