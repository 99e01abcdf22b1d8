package io.beamscribe.pipelines.console;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Turns of phrase that several sentences need. */
public final class Words {
  /** Below this, two words have nothing to do with each other. */
  private static final double ALIKE = 0.8;

  private Words() {}

  /** The choice that is spelt most like a word; empty if none is at all like it. */
  public static Optional<String> nearest(String word, Collection<String> choices) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String wanted = word.toLowerCase(Locale.ROOT);
    record Scored(String choice, double score) {}
    return choices.stream()
        .map(c -> new Scored(c, similarity.apply(wanted, c.toLowerCase(Locale.ROOT))))
        .filter(scored -> scored.score() >= ALIKE)
        .max(Comparator.comparingDouble(Scored::score))
        .map(Scored::choice);
  }

  /** As {@code a, b or c}. */
  public static String either(List<String> choices) {
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  /** As {@code 1 file} or {@code 2 files}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Length of audio, as {@code 12.4 h}, {@code 3.1 min} or {@code 12 s}. */
  public static String hours(double seconds) {
    return seconds >= 3600
        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
        : seconds >= 60
            ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
            : String.format(Locale.ROOT, "%.0f s", seconds);
  }

  /** A stretch of time, as {@code 2 h 5 min}, {@code 3 min 20 s} or {@code 4 s}. */
  public static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
    return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : whole + " s";
  }
}
