// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spoken;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a phrase as one text without spaces, since a number is found wherever its words are
 * divided: <i>twenty five</i>, <i>twentyfive</i>, <i>ein und zwanzig</i>. Knows which word each
 * character belongs to.
 */
public final class Spoken {
  /** Stands for what cannot be part of a match, such as a comma. */
  private static final char BARRIER = '\uE000';

  private final List<String> words;
  private final boolean divisible;
  private final String text;
  private int[] origins = new int[32];
  private int[] owners = new int[32];
  private boolean[] edges = new boolean[33];

  /**
   * @param divisible whether a match may begin and end inside a word, as in languages written
   *     without spaces
   */
  public Spoken(List<String> words, boolean divisible) {
    this.words = words;
    this.divisible = divisible;
    StringBuilder all = new StringBuilder();
    for (int word = 0; word < words.size(); word++) {
      edges[all.length()] = true;
      add(all, words.get(word), word);
    }
    edges[all.length()] = true;
    this.text = all.toString();
  }

  private void add(StringBuilder all, String word, int owner) {
    int end = word.length();
    while (end > 0 && isMark(word.charAt(end - 1))) {
      end--;
    }
    boolean any = false;
    for (int at = 0; at < end; at++) {
      char letter = word.charAt(at);
      if (Spelling.isBreak(letter) && any) {
        edges[all.length()] = true;
      }
      String key = Spelling.isPlain(letter) ? null : Spelling.of(String.valueOf(letter));
      int length = key == null ? 1 : key.length();
      for (int i = 0; i < length; i++) {
        append(all, key == null ? letter : key.charAt(i), owner, at);
        any = true;
      }
    }
    if (end < word.length() || !any) {
      edges[all.length()] = true;
      append(all, BARRIER, owner, any ? end : 0);
    }
  }

  private void append(StringBuilder all, char letter, int owner, int origin) {
    if (all.length() == owners.length) {
      origins = Arrays.copyOf(origins, 2 * origins.length);
      owners = Arrays.copyOf(owners, origins.length);
      edges = Arrays.copyOf(edges, origins.length + 1);
    }
    origins[all.length()] = origin;
    owners[all.length()] = owner;
    all.append(letter);
  }

  /** A stop inside a word, as in a version or an address, is part of it. */
  private static boolean isMark(char letter) {
    return ".,;:!?。，、！？…".indexOf(letter) >= 0;
  }

  public String text() {
    return text;
  }

  /** Whether a word, or several, stand in the phrase. */
  public boolean contains(String key) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (isEdge(at) && isEdge(at + key.length())) {
        return true;
      }
    }
    return false;
  }

  public int length() {
    return text.length();
  }

  public int words() {
    return words.size();
  }

  /** Whether a match may begin or end at a place. */
  public boolean isEdge(int at) {
    return divisible || edges[at];
  }

  /** Whether a word begins at a place. */
  public boolean isWordStart(int at) {
    return at == text.length() || at == 0 || owners[at] != owners[at - 1];
  }

  public boolean isBarrier(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == BARRIER;
  }

  /** The word that a character belongs to. */
  public int word(int at) {
    return owners[at];
  }

  /** As given, from one place to another in the same word or at its end. */
  public String original(int from, int to) {
    StringBuilder given = new StringBuilder();
    int at = from;
    while (at < to) {
      int owner = owners[at];
      int end = at;
      while (end < to && owners[end] == owner) {
        end++;
      }
      String word = words.get(owner);
      int first = isWordStart(at) ? 0 : origins[at];
      given.append(word, first, isWordStart(end) ? word.length() : origins[end]);
      at = end;
    }
    return given.toString();
  }

  /** The end of the word part that begins at a place. */
  public int partEnd(int from) {
    int end = from + 1;
    while (end < text.length() && !isEdge(end)) {
      end++;
    }
    return end;
  }
}
