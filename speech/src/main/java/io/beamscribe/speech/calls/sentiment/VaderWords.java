// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The valences of the words of one text, by the rules of VADER. */
final class VaderWords {
  private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private static final double CAPITALS = 0.733;
  private static final double TURNED = -0.74;
  private static final double NEVER = 1.25;

  /** How much of a degree or negation is left so many words later. */
  private static final double[] FADING = {1, 0.95, 0.9};

  private final VaderLexicon lexicon;
  private final List<String> words;
  private final List<String> lower = new ArrayList<>();
  private final boolean shouts;

  VaderWords(VaderLexicon lexicon, List<String> words) {
    this.lexicon = lexicon;
    this.words = words;
    words.forEach(word -> lower.add(word.toLowerCase(Locale.ROOT)));
    long capitals = words.stream().filter(VaderWords::isUpper).count();
    shouts = capitals > 0 && capitals < words.size();
  }

  /** Words without the marks around them; what is two characters or less then may be a smiley. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String token : text.split("\\s+")) {
      int from = 0;
      int to = token.length();
      while (from < to && MARKS.indexOf(token.charAt(from)) >= 0) {
        from++;
      }
      while (to > from && MARKS.indexOf(token.charAt(to - 1)) >= 0) {
        to--;
      }
      if (!token.isEmpty()) {
        words.add(to - from <= 2 ? token : token.substring(from, to));
      }
    }
    return words;
  }

  double[] valences() {
    double[] valences = new double[words.size()];
    for (int i = 0; i < valences.length; i++) {
      boolean kindOf = lower.get(i).equals("kind") && i + 1 < valences.length && is(i + 1, "of");
      if (!lexicon.degrees().containsKey(lower.get(i)) && !kindOf && lexicon.knows(lower.get(i))) {
        valences[i] = valence(i);
      }
    }
    int contrast = lower.indexOf("but");
    if (contrast >= 0) {
      weigh(valences, contrast);
    }
    return valences;
  }

  /**
   * What follows a <i>but</i> counts more; of equal valences the first one is taken, as in 3.3.2.
   */
  private static void weigh(double[] valences, int contrast) {
    for (int i = 0; i < valences.length; i++) {
      int first = 0;
      while (valences[first] != valences[i]) {
        first++;
      }
      valences[first] *= first < contrast ? 0.5 : first > contrast ? 1.5 : 1;
    }
  }

  private double valence(int i) {
    double valence = lexicon.valence(lower.get(i));
    if (is(i, "no") && i + 1 < words.size() && lexicon.knows(lower.get(i + 1))) {
      valence = 0;
    }
    if (is(i - 1, "no")
        || is(i - 2, "no")
        || is(i - 3, "no") && (is(i - 1, "or") || is(i - 1, "nor"))) {
      valence = lexicon.valence(lower.get(i)) * TURNED;
    }
    if (shouts && isUpper(words.get(i))) {
      valence += valence > 0 ? CAPITALS : -CAPITALS;
    }
    for (int back = 1; back <= FADING.length && back <= i; back++) {
      if (!lexicon.knows(lower.get(i - back))) {
        valence += degree(i - back, valence) * FADING[back - 1];
        valence = negated(valence, back, i);
        valence = back == FADING.length ? inPhrase(valence, i) : valence;
      }
    }
    boolean least = is(i - 1, "least") && !lexicon.knows("least");
    return least && (i == 1 || !is(i - 2, "at") && !is(i - 2, "very")) ? valence * TURNED : valence;
  }

  private double degree(int at, double valence) {
    double degree = lexicon.degrees().getOrDefault(lower.get(at), 0.0);
    if (degree == 0) {
      return 0;
    }
    degree *= valence < 0 ? -1 : 1;
    return shouts && isUpper(words.get(at))
        ? degree + (valence > 0 ? CAPITALS : -CAPITALS)
        : degree;
  }

  private double negated(double valence, int back, int i) {
    boolean soOrThis = is(i - 1, "so") || is(i - 1, "this");
    boolean never =
        back == 2 && is(i - 2, "never") && soOrThis
            || back == 3
                && (is(i - 3, "never") && (is(i - 2, "so") || is(i - 2, "this")) || soOrThis);
    if (never) {
      return valence * NEVER;
    }
    boolean withoutDoubt =
        back == 2 && is(i - 2, "without") && is(i - 1, "doubt")
            || back == 3 && is(i - 3, "without") && (is(i - 2, "doubt") || is(i - 1, "doubt"));
    return !withoutDoubt && lexicon.negates(lower.get(i - back)) ? valence * TURNED : valence;
  }

  private double inPhrase(double before, int i) {
    double valence = before;
    for (int[] range : new int[][] {{-1, 0}, {-2, 0}, {-2, -1}, {-3, -1}, {-3, -2}}) {
      Double own = lexicon.phrases().get(text(i + range[0], i + range[1]));
      if (own != null) {
        valence = own;
        break;
      }
    }
    for (int after = 1; after <= 2 && i + after < words.size(); after++) {
      valence = lexicon.phrases().getOrDefault(text(i, i + after), valence);
    }
    for (int[] range : new int[][] {{-3, -1}, {-3, -2}, {-2, -1}}) {
      valence += lexicon.degrees().getOrDefault(text(i + range[0], i + range[1]), 0.0);
    }
    return valence;
  }

  private String text(int first, int last) {
    return String.join(" ", lower.subList(first, last + 1));
  }

  private boolean is(int at, String word) {
    return at >= 0 && lower.get(at).equals(word);
  }

  private static boolean isUpper(String word) {
    return word.codePoints().anyMatch(Character::isUpperCase)
        && word.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
  }
}
