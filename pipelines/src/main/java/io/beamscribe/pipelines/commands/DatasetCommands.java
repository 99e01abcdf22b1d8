// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.beamscribe.pipelines.adapt.DatasetOptions;
import io.beamscribe.pipelines.adapt.LocalCopies;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandGroup;
import io.beamscribe.pipelines.cli.CommandInfo.Operands;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.datasets.DatasetCheck;
import io.beamscribe.speech.datasets.DatasetKind;
import io.beamscribe.speech.datasets.DatasetReport;
import io.beamscribe.speech.datasets.DatasetStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code dataset} commands: data for tests and custom models. */
final class DatasetCommands {
  private static final int SHOWN = 20;

  private static final SubCommands<DatasetOptions> DATASETS =
      new SubCommands<>(
          new CommandGroup("dataset", "Checks data for custom models and tests."),
          DatasetOptions.class);

  private static final Operands FILES =
      Operands.atLeast(1, "FILE...", "Files of text, or archives or folders of audio.");

  private DatasetCommands() {}

  static List<Command> all() {
    return List.of(
        DATASETS.command(
            "check",
            "Says which lines of data can be used, and why others cannot.",
            FILES,
            "related.txt",
            on(DatasetCommands::check)),
        DATASETS.command(
            "stats", "Counts what data holds.", FILES, "related.txt", on(DatasetCommands::stats)));
  }

  /** The work of one command on one file. */
  private interface FileAction {
    boolean run(DatasetOptions options, DatasetKind kind, Path file, Console console)
        throws IOException;
  }

  private static SubCommands.Action<DatasetOptions> on(FileAction action) {
    return (options, names, console) -> {
      String current = "";
      try (LocalCopies copies = new LocalCopies(options)) {
        boolean usable = true;
        for (String name : names) {
          current = name;
          Path file = copies.of("FILE", name);
          usable &= action.run(options, kind(options.getKind(), file), file, console);
        }
        return usable ? ExitCode.DONE : ExitCode.FILES_FAILED;
      } catch (IOException e) {
        throw new JobException(current + " cannot be read: " + e.getMessage() + ".", e);
      }
    };
  }

  private static DatasetKind kind(String given, Path file) throws UsageException, IOException {
    if (given == null) {
      return DatasetCheck.guess(file);
    }
    return DatasetKind.named(given)
        .orElseThrow(
            () ->
                new UsageException(
                    "--kind is one of "
                        + Stream.of(DatasetKind.values())
                            .map(DatasetKind::label)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + given
                        + "'."));
  }

  private static DatasetCheck check(DatasetOptions options) {
    String locale = options.getLocale();
    return new DatasetCheck(locale == null ? "en-US" : locale, () -> false);
  }

  private static boolean check(DatasetOptions options, DatasetKind kind, Path file, Console console)
      throws IOException {
    DatasetReport report = check(options).check(kind, file);
    if (options.isJson()) {
      json(report, console);
      return report.usable();
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s  %s: %d accepted, %d rejected%n",
            file.getFileName(),
            report.kind(),
            report.acceptedLineCount(),
            report.rejectedLineCount());
    report.problems().forEach(problem -> console.out().println("  " + problem));
    report.rejections().stream().limit(SHOWN).forEach(line -> print(line, console));
    long more = report.rejectedLineCount() - Math.min(SHOWN, report.rejections().size());
    if (more > 0) {
      console.out().println("  and " + more + " more; --json=true has them");
    }
    return report.usable();
  }

  private static void print(DatasetReport.Rejection line, Console console) {
    String place = line.line() == 0 ? line.file() : line.file() + ":" + line.line();
    console.out().println("  " + place + ": " + line.why());
  }

  private static boolean stats(DatasetOptions options, DatasetKind kind, Path file, Console console)
      throws IOException {
    DatasetCheck check = check(options);
    DatasetReport report = check.check(kind, file);
    DatasetStatistics found = check.statistics();
    if (options.isJson()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("file", String.valueOf(file.getFileName()));
      all.put("kind", report.kind());
      all.put("statistics", found);
      json(all, console);
      return report.usable();
    }
    Table table =
        new Table()
            .row("File", String.valueOf(file.getFileName()))
            .row("Kind", report.kind())
            .row("Accepted", String.valueOf(report.acceptedLineCount()))
            .row("Rejected", String.valueOf(report.rejectedLineCount()))
            .row("Lines", lines(found))
            .row("Words", found.words() + " (" + found.differentWords() + " different)")
            .row("Characters", found.characters() + " (longest line " + found.longestLine() + ")");
    if (found.audioFiles() > 0) {
      table.row("Audio", String.format(Locale.ROOT, "%.1f s", found.audioSeconds()));
    }
    table.lines().forEach(console.out()::println);
    return report.usable();
  }

  private static String lines(DatasetStatistics found) {
    return found.sentences() == 0
        ? String.valueOf(found.lines())
        : found.lines() + " (" + found.sentences() + " sentences with the items of their lists)";
  }

  private static void json(Object value, Console console) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    console.out().println(mapper.writeValueAsString(value));
  }
}
