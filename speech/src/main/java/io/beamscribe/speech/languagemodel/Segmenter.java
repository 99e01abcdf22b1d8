// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes text in the words of a model, which may be parts of those that people write: the likeliest
 * division of each into known ones, by the model itself. Only scripts in which a letter is a
 * syllable or a word can be divided anywhere. Thread-safe.
 */
final class Segmenter {
  private static final int BEAM = 20;
  private static final int LONGEST_PART = 24;
  private static final Pattern DIVISIBLE =
      Pattern.compile(
          "[\\p{IsHangul}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}ー]+");

  private final BaseModel base;
  private final Vocabulary vocabulary;

  Segmenter(BaseModel base) {
    this.base = base;
    this.vocabulary = new Vocabulary(base);
  }

  /** Takes words that the model cannot say. */
  interface Unsayable {
    void take(String word);
  }

  /** A way to a place in the text: the words before it, and what they cost. */
  private record Way(double cost, int word, @Nullable Way before) {}

  /**
   * A sentence in parts: one, unless there are words that cannot be said, at which it is divided.
   *
   * @return labels; the first part begins with {@link ConstFst#BEGIN} and the last ends with {@link
   *     BaseModel#end}, unless the words there cannot be said
   */
  List<int[]> parts(List<String> words, Unsayable unsayable) {
    List<int[]> parts = new ArrayList<>();
    Map<Integer, Way> ways = new HashMap<>();
    ways.put(base.fst().start(), new Way(0, ConstFst.BEGIN, null));
    for (String word : words) {
      Map<Integer, Way> next = after(ways, word);
      if (next.isEmpty()) {
        unsayable.take(word);
        add(parts, ways, false);
        ways = new HashMap<>();
        ways.put(base.fst().root(), new Way(0, -1, null));
      } else {
        ways = next;
      }
    }
    add(parts, ways, true);
    return parts;
  }

  /** Whether the model can say a word, whole or in parts. */
  boolean says(String word) {
    Map<Integer, Way> ways = new HashMap<>();
    ways.put(base.fst().root(), new Way(0, -1, null));
    return !after(ways, word).isEmpty();
  }

  private void add(List<int[]> parts, Map<Integer, Way> ways, boolean last) {
    Way best = null;
    double least = Double.MAX_VALUE;
    for (Map.Entry<Integer, Way> each : ways.entrySet()) {
      double cost =
          each.getValue().cost() - (last ? log(base.probability(each.getKey(), base.end())) : 0);
      if (cost < least) {
        least = cost;
        best = each.getValue();
      }
    }
    List<Integer> labels = new ArrayList<>();
    if (last) {
      labels.add(base.end());
    }
    for (Way each = best; each != null && each.word() >= 0; each = each.before()) {
      labels.add(each.word());
    }
    if (labels.size() > (last ? 1 : 0)) {
      int[] part = new int[labels.size()];
      for (int i = 0; i < part.length; i++) {
        part[i] = labels.get(part.length - 1 - i);
      }
      parts.add(part);
    }
  }

  private Map<Integer, Way> after(Map<Integer, Way> ways, String word) {
    if (!DIVISIBLE.matcher(word).matches()) {
      OptionalInt label = vocabulary.find(word);
      Map<Integer, Way> next = new HashMap<>();
      if (label.isPresent()) {
        extend(best(ways), label.getAsInt(), next);
      }
      return next;
    }
    List<Map<Integer, Way>> at = new ArrayList<>();
    at.add(ways);
    for (int i = 0; i < word.length(); i++) {
      at.add(new HashMap<>());
    }
    for (int from = 0; from < word.length(); from++) {
      if (at.get(from).isEmpty()) {
        continue;
      }
      List<Map.Entry<Integer, Way>> best = best(at.get(from));
      int most = Math.min(word.length(), from + LONGEST_PART);
      for (int to = from + 1; to <= most; to++) {
        OptionalInt label = vocabulary.exact(word.substring(from, to));
        if (label.isPresent()) {
          extend(best, label.getAsInt(), at.get(to));
        }
      }
    }
    return at.get(word.length());
  }

  private static List<Map.Entry<Integer, Way>> best(Map<Integer, Way> ways) {
    return ways.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Way> each) -> each.getValue().cost())
                .thenComparing(Map.Entry::getKey))
        .limit(BEAM)
        .toList();
  }

  private void extend(List<Map.Entry<Integer, Way>> ways, int label, Map<Integer, Way> into) {
    for (Map.Entry<Integer, Way> each : ways) {
      double cost = each.getValue().cost() - log(base.probability(each.getKey(), label));
      int state = base.next(each.getKey(), label);
      Way known = into.get(state);
      if (known == null || known.cost() > cost) {
        into.put(state, new Way(cost, label, each.getValue()));
      }
    }
  }

  private static double log(double probability) {
    return Math.log(Math.max(probability, 1e-30));
  }

  /**
   * One of the ways that a sentence might have been said.
   *
   * @param parts as {@link #parts}
   * @param share of the sentence's one count; those of all its versions add up to 1
   */
  record Version(List<int[]> parts, double share) {
    Version {
      parts = List.copyOf(parts);
    }

    void count(NgramCounts counts) {
      for (int[] part : parts) {
        counts.add(share, part);
      }
    }
  }
}
