// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Offers what words may sound like that a model does not have: known words that they are made of,
 * words of another script with the same consonants, and their letters one by one. Guesses for a
 * person to choose from.
 */
final class SoundAlikes {
  private static final int MOST = 3;
  private static final int SHORTEST_PART = 3;
  private static final int FEWEST_SOUNDS = 3;
  private static final int LONGEST_SPELLED = 5;

  /** First and last sounds of Hangul syllables, by the classes that foreign words are told by. */
  private static final String FIRST = "kknttlmppss.jjCktph";

  private static final String LAST = ".kkknnntllllllllmppssNjCktph";

  private final BaseModel base;
  private final Vocabulary vocabulary;
  private @Nullable Map<String, List<String>> bySound;

  SoundAlikes(BaseModel base) {
    this.base = base;
    this.vocabulary = new Vocabulary(base);
  }

  /** Offers for a word, the likeliest first. */
  List<String> of(String word) {
    Set<String> offers = new LinkedHashSet<>();
    String lower = word.toLowerCase(Locale.ROOT);
    if (isLatin(lower)) {
      String sounds = latin(lower);
      if (sounds.length() >= FEWEST_SOUNDS) {
        offers.addAll(sounds().getOrDefault(sounds, List.of()));
      }
    }
    String parts = parts(lower);
    if (parts != null) {
      offers.add(parts);
    }
    String letters = letters(lower);
    if (letters != null) {
      offers.add(letters);
    }
    return offers.stream().limit(MOST).toList();
  }

  private static boolean isLatin(String word) {
    return word.chars().allMatch(letter -> letter < 0x250);
  }

  /** The best division into known words, by how likely each is alone. */
  private @Nullable String parts(String word) {
    int length = word.length();
    double[] cost = new double[length + 1];
    int[] from = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int begin = 0; begin <= end - SHORTEST_PART; begin++) {
        OptionalInt label = vocabulary.find(word.substring(begin, end));
        if (label.isPresent() && cost[begin] < Double.MAX_VALUE) {
          double sum = cost[begin] - Math.log(base.alone(label.getAsInt()));
          if (sum < cost[end]) {
            cost[end] = sum;
            from[end] = begin;
          }
        }
      }
    }
    if (length == 0 || cost[length] == Double.MAX_VALUE) {
      return null;
    }
    String parts = "";
    for (int end = length; end > 0; end = from[end]) {
      parts = word.substring(from[end], end) + (parts.isEmpty() ? "" : " ") + parts;
    }
    return parts;
  }

  private @Nullable String letters(String word) {
    if (word.length() > LONGEST_SPELLED || !word.chars().allMatch(Character::isLetter)) {
      return null;
    }
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      String letter = word.substring(i, i + 1);
      if (vocabulary.find(letter).isEmpty()) {
        return null;
      }
      letters.add(letter);
    }
    return String.join(" ", letters);
  }

  private Map<String, List<String>> sounds() {
    if (bySound == null) {
      bySound = new HashMap<>();
      for (String word : vocabulary.all()) {
        if (word.length() > 1 && isHangul(word) && vocabulary.exact(word).isPresent()) {
          bySound.computeIfAbsent(hangul(word), sounds -> new ArrayList<>()).add(word);
        }
      }
      Comparator<String> likeliest =
          Comparator.comparingDouble(word -> -base.alone(vocabulary.exact(word).orElse(0)));
      bySound.values().forEach(words -> words.sort(likeliest.thenComparing(word -> word)));
    }
    return bySound;
  }

  private static boolean isHangul(String word) {
    return word.chars().allMatch(letter -> letter >= 0xAC00 && letter <= 0xD7A3);
  }

  private static String hangul(String word) {
    StringBuilder sounds = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      int syllable = word.charAt(i) - 0xAC00;
      int last = syllable % 28;
      add(sounds, FIRST.charAt(syllable / 588));
      if (last > 0) {
        add(sounds, LAST.charAt(last));
      }
    }
    return sounds.toString();
  }

  private static String latin(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[st]?ch", "C")
            .replaceAll("sh", "s")
            .replaceAll("ph", "p")
            .replaceAll("ck|qu?", "k")
            .replaceAll("th", "s")
            .replaceAll("ng", "N")
            .replaceAll("c(?=[eiy])", "s")
            .replaceAll("x", "ks");
    StringBuilder sounds = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      add(
          sounds,
          switch (plain.charAt(i)) {
            case 'c', 'g', 'k' -> 'k';
            case 'd', 't' -> 't';
            case 'l', 'r' -> 'l';
            case 'b', 'f', 'p', 'v' -> 'p';
            case 's' -> 's';
            case 'j', 'z' -> 'j';
            case 'C' -> 'C';
            case 'm' -> 'm';
            case 'n' -> 'n';
            case 'N' -> 'N';
            case 'h' -> 'h';
            default -> '.';
          });
    }
    return sounds.toString();
  }

  /** Vowels are left out, as are sounds that are said twice. */
  private static void add(StringBuilder sounds, char sound) {
    boolean silent = sound == '.' || sound == 'N' && sounds.length() == 0;
    if (!silent && (sounds.length() == 0 || sounds.charAt(sounds.length() - 1) != sound)) {
      sounds.append(sound);
    }
  }
}
