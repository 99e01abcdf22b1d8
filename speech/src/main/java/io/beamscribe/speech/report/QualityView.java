// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import io.beamscribe.speech.quality.Quality;
import io.beamscribe.speech.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the template shows of the expected quality, as text. Public members, because the template
 * engine asks for them.
 *
 * @param runs this run and those before, the latest first; empty if it is the only one
 * @param change of the expected accuracy against the run before; empty if there was none
 */
public record QualityView(List<Run> runs, String change, List<Doubtful> words) {
  private static final int MOST_WORDS = 50;

  /** A run. */
  public record Run(
      String time, String model, String files, String words, String accuracy, String confidence) {}

  /** A word, and how often it was recognised without being sure. */
  public record Doubtful(String word, int count) {}

  static QualityView of(List<RunQuality> history, Map<String, Integer> sortedWords) {
    List<Run> runs =
        history.size() < 2
            ? List.of()
            : IntStream.range(0, history.size())
                .mapToObj(i -> run(history.get(history.size() - 1 - i)))
                .toList();
    return new QualityView(
        runs,
        change(history),
        Quality.mostFrequent(sortedWords, MOST_WORDS).entrySet().stream()
            .map(entry -> new Doubtful(Figures.visible(entry.getKey()), entry.getValue()))
            .toList());
  }

  private static Run run(RunQuality run) {
    return new Run(
        run.time(),
        Figures.visible(run.model()),
        Figures.count(run.files()),
        Figures.count(run.words()),
        Figures.percent(run.expectedAccuracy()),
        Figures.percent(run.confidence()));
  }

  private static String change(List<RunQuality> history) {
    if (history.size() < 2) {
      return "";
    }
    double points =
        100
            * (history.get(history.size() - 1).expectedAccuracy()
                - history.get(history.size() - 2).expectedAccuracy());
    return String.format(Locale.ROOT, "%+.1f points to the run before", points);
  }
}
