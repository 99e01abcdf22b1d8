// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.transcribe.DryRun;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.transforms.forecast.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats what a run would do and take. */
final class DryRunText {
  private static final int FILES_SHOWN = 50;
  private static final int NAME_WIDTH = 60;

  private DryRunText() {}

  static String text(DryRun run, String output) {
    RunPlan plan = run.plan();
    Table table = new Table().row("Files", files(plan));
    if (!plan.work().isEmpty()) {
      long guessed = plan.work().stream().filter(file -> !file.measured()).count();
      table
          .row(
              "Audio",
              Figures.audio(plan.audioSeconds())
                  + (guessed == 0
                      ? ""
                      : ", of which %s by size".formatted(Figures.count(guessed, "file"))))
          .row(
              "Time",
              "%s with %s; %s"
                  .formatted(
                      Figures.time(run.wallSeconds()),
                      Figures.count(run.threads(), "thread"),
                      basis(run)));
      table.row("Cores", String.format(Locale.ROOT, "%.4g core hours", run.coreHours()));
      run.price()
          .ifPresent(
              price ->
                  table.row("Cost", String.format(Locale.ROOT, "%.4g", price * run.coreHours())));
    }
    List<String> lines = new ArrayList<>(table.row("Output", Table.printable(output)).lines());
    lines.addAll(listed(plan));
    lines.add("");
    lines.add("Nothing was transcribed or written.");
    return String.join("\n", lines) + "\n";
  }

  private static String files(RunPlan plan) {
    List<String> parts = new ArrayList<>();
    parts.add(plan.work().size() + " to transcribe");
    add(parts, plan.finished(), "done before");
    add(parts, plan.failed().size(), "that cannot be listed");
    add(parts, plan.ignored(), "ignored as not audio");
    add(parts, plan.excluded(), "not selected");
    add(parts, plan.left(), "left to later runs");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String basis(DryRun run) {
    return run.learnt()
        .map(
            speed ->
                String.format(
                    Locale.ROOT,
                    "%s took %.2f s of a thread for a second of audio",
                    run.alike() ? "the run before" : "a run with " + speed.model() + " before",
                    speed.realTimeFactor()))
        .orElse(
            String.format(
                Locale.ROOT,
                "a guess (%.1f s of a thread for a second of audio), as no run is known: try"
                    + " --limit=5 first",
                DryRun.DEFAULT_FACTOR));
  }

  private static List<String> listed(RunPlan plan) {
    Table table = new Table();
    plan.failed()
        .forEach(
            row ->
                table.row(name(row.source()), "fails", Table.printable(row.errorMessage() + "")));
    plan.work().stream()
        .limit(FILES_SHOWN)
        .forEach(
            file -> table.row(name(file.path()), Figures.time(file.audioSeconds()), file.why()));
    List<String> lines = new ArrayList<>();
    if (!table.lines().isEmpty()) {
      lines.add("");
      lines.addAll(table.lines());
    }
    if (plan.work().size() > FILES_SHOWN) {
      lines.add(String.format(Locale.ROOT, "  and %d more", plan.work().size() - FILES_SHOWN));
    }
    return lines;
  }

  private static String name(String path) {
    return Table.shortened(Table.printable(path), NAME_WIDTH);
  }
}
