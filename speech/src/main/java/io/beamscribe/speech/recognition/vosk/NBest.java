// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The n-best list of an utterance, seen through the time window of one phrase.
 *
 * <p>The probability of a path is {@code exp(score) / sum of exp(score)} over the list, at
 * temperature 1: the scores come from the lattice that word confidences are computed from, with the
 * same acoustic and language model scales. The confidence of a reading is the sum over all paths
 * that read so within the window; that of one of its words, over all paths that have this word at
 * that time.
 */
final class NBest {
  private record Path(List<TimedWord> words, double probability) {
    boolean has(TimedWord word) {
      return words.stream()
          .anyMatch(
              other ->
                  other.text().equals(word.text())
                      && other.start() < word.end()
                      && word.start() < other.end());
    }
  }

  private final List<Path> paths = new ArrayList<>();

  NBest(List<LatticePath> readings, double from, double to) {
    double best = readings.stream().mapToDouble(LatticePath::score).max().orElse(0);
    double sum = readings.stream().mapToDouble(reading -> Math.exp(reading.score() - best)).sum();
    for (LatticePath reading : readings) {
      List<TimedWord> words =
          reading.words().stream()
              .filter(word -> word.middle() >= from && word.middle() < to)
              .toList();
      paths.add(new Path(words, Math.exp(reading.score() - best) / sum));
    }
  }

  /** How many paths to ask for, so that some phrases have this many readings. */
  static int paths(int alternatives) {
    return 10 * alternatives;
  }

  static String text(List<TimedWord> words) {
    return words.stream().map(TimedWord::text).collect(Collectors.joining(" "));
  }

  /** At most {@code count} readings besides the best one, the likeliest first. */
  List<Reading> others(Reading best, int count, BiFunction<TimedWord, Double, Word> word) {
    Map<String, List<Path>> readings =
        paths.stream()
            .filter(path -> !path.words.isEmpty())
            .collect(
                Collectors.groupingBy(
                    path -> text(path.words), LinkedHashMap::new, Collectors.toList()));
    readings.remove(best.display());
    return readings.entrySet().stream()
        .map(reading -> alternative(reading.getKey(), reading.getValue(), word))
        .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
        .limit(count)
        .toList();
  }

  private Reading alternative(
      String text, List<Path> same, BiFunction<TimedWord, Double, Word> word) {
    // The paths come likeliest first: the first has the best times.
    List<Word> words =
        same.get(0).words.stream().map(spoken -> word.apply(spoken, probability(spoken))).toList();
    return Reading.verbatim(text, sum(same.stream()), words);
  }

  private double probability(TimedWord word) {
    return sum(paths.stream().filter(path -> path.has(word)));
  }

  private static double sum(Stream<Path> paths) {
    return rounded(paths.mapToDouble(Path::probability).sum());
  }

  /** A probability with the six decimals that Vosk gives, free of errors of summing. */
  static double rounded(double probability) {
    return Math.rint(Math.max(0, Math.min(1, probability)) * 1e6) / 1e6;
  }
}
