// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.console.Table;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Comparison;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.speech.scoring.evaluation.Figures;
import io.beamscribe.speech.scoring.evaluation.WordFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats the summary at the end of an evaluation. */
public final class EvaluationSummary {
  private static final int PROBLEMS_SHOWN = 20;
  private static final int NAME_WIDTH = 60;

  private EvaluationSummary() {}

  /** The lines of the summary, each ended by a line break. */
  public static String text(EvaluationReport report) {
    EvaluationDocument document = report.document();
    Table table = new Table();
    for (EvaluationDocument.Model model : document.models()) {
      table.row(Table.printable(model.name()), rates(model));
    }
    Comparison comparison = document.comparison();
    if (comparison != null) {
      table.row("Difference", difference(comparison));
    }
    table.row("Output", Table.printable(report.output()) + "/evaluation.html");
    List<String> lines = new ArrayList<>(table.lines());
    if (!document.problems().isEmpty()) {
      lines.add("");
      lines.addAll(problems(document));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String rates(EvaluationDocument.Model model) {
    Figures total = model.total();
    List<String> parts = new ArrayList<>();
    if (total.wordCount() + total.wordInsertionCount() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%s words (%d substituted, %d deleted, %d inserted, of %d)",
              percent(
                  total.wordSubstitutionCount()
                      + total.wordDeletionCount()
                      + total.wordInsertionCount(),
                  total.wordCount()),
              total.wordSubstitutionCount(),
              total.wordDeletionCount(),
              total.wordInsertionCount(),
              total.wordCount()));
      parts.add(
          percent(
                  total.characterSubstitutionCount()
                      + total.characterDeletionCount()
                      + total.characterInsertionCount(),
                  total.characterCount())
              + " characters");
      parts.add(percent(total.sentenceErrorCount(), total.sentenceCount()) + " sentences");
    }
    if (model.concatenatedPermutation() != null) {
      parts.add("cpWER " + percent(model.concatenatedPermutation()));
    }
    if (model.timeConstrainedPermutation() != null) {
      parts.add("tcpWER " + percent(model.timeConstrainedPermutation()));
    }
    if (model.diarization() != null) {
      parts.add("DER " + percent(model.diarization().diarizationErrorRate()));
    }
    if (model.languages() != null) {
      parts.add("language right " + percent(model.languages().accuracy()));
    }
    return parts.isEmpty() ? "nothing scored" : String.join(", ", parts);
  }

  private static String difference(Comparison comparison) {
    return "%s less with the second (95 %% interval %s to %s), %s (p = %s)"
        .formatted(
            percent(comparison.wordErrorRateDifference()),
            percent(comparison.interval().low()),
            percent(comparison.interval().high()),
            comparison.matchedPairs().significant() ? "significant" : "may be chance",
            String.format(Locale.ROOT, "%.4f", comparison.matchedPairs().p()));
  }

  private static List<String> problems(EvaluationDocument document) {
    Table table = new Table();
    document.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(
            problem ->
                table.row(
                    Table.shortened(Table.printable(place(problem)), NAME_WIDTH),
                    Table.printable(problem.message())));
    List<String> lines = new ArrayList<>();
    lines.add("Not scored as they should be:");
    lines.addAll(table.lines());
    int more = document.problems().size() - PROBLEMS_SHOWN;
    if (more > 0) {
      lines.add("  and " + more + " more, see evaluation.json");
    }
    return lines;
  }

  private static String place(Problem problem) {
    String name = problem.file().isEmpty() ? problem.source() : problem.file();
    return problem.line() == null ? name : name + ", line " + problem.line();
  }

  private static String percent(WordFigures words) {
    return percent(
        words.wordSubstitutionCount() + words.wordDeletionCount() + words.wordInsertionCount(),
        words.wordCount());
  }

  /** Of the counts: rates in the document are rounded, and would be so a second time. */
  private static String percent(long errors, long of) {
    return percent((double) errors / Math.max(1, of));
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "–";
  }
}
