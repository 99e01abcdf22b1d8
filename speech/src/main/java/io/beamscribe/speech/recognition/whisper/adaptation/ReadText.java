// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.adaptation;

import io.beamscribe.speech.languagemodel.TextModel;
import io.beamscribe.speech.recognition.whisper.Expectations;
import io.beamscribe.speech.recognition.whisper.biasing.TextWords;
import io.beamscribe.speech.recognition.whisper.biasing.TextWords.TextWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text in numbered words, and how much a model expects each. Of a long text only lines that have
 * something new are shown to the model. Not thread-safe.
 */
final class ReadText {
  /** The longest sequence of words that counts. */
  static final int ORDER = 3;

  /** Expectations of a word that are enough to know it. */
  private static final int ENOUGH = 3;

  /** Tokens that the model is shown, at most: that takes some minutes. */
  private static final int MOST_SHOWN = 60_000;

  private final Expectations expectations;
  private final TextWords split;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>(List.of(""));
  private final List<Integer> shown = new ArrayList<>(List.of(0));
  private final List<Part> parts = new ArrayList<>();
  private int lines;
  private int tokens;

  /**
   * Words within a sentence, one after another.
   *
   * @param line of the text
   * @param times how often it is said
   * @param words their numbers, from 1
   * @param expected natural logarithms of what the model expects; empty if it was not asked
   */
  record Part(int line, double times, int[] words, double[] expected) {
    TextModel.Part counted() {
      return new TextModel.Part(times, words);
    }

    boolean isShown() {
      return expected.length > 0;
    }
  }

  ReadText(Expectations expectations) {
    this.expectations = expectations;
    this.split = new TextWords(expectations.vocabulary());
  }

  List<Part> parts() {
    return parts;
  }

  String name(int word) {
    return names.get(word);
  }

  int lines() {
    return lines;
  }

  /**
   * Reads a line, of any length.
   *
   * @param times how often it is said; less than once if it is one of several that may be said
   */
  void add(String text, double times) throws IOException {
    List<Integer> all = split.tokens(text);
    List<TextWord> words = split.words(all);
    if (!words.isEmpty()) {
      lines++;
    }
    int from = 0;
    while (from < words.size()) {
      int first = words.get(from).from();
      int to = from + 1;
      while (to < words.size() && words.get(to).to() - first <= Expectations.MOST_TOKENS) {
        to++;
      }
      take(all, words.subList(from, to), times);
      from = to;
    }
  }

  private void take(List<Integer> all, List<TextWord> words, double times) throws IOException {
    int[] known = words.stream().mapToInt(word -> number(word.name())).toArray();
    int first = words.get(0).from();
    int last = words.get(words.size() - 1).to();
    double[] expected = {};
    if (isNew(known) && last - first <= Expectations.MOST_TOKENS) {
      tokens += last - first;
      expected = expectations.of(all.subList(first, last));
    }
    int begin = 0;
    for (int at = 1; at <= known.length; at++) {
      if (at == known.length || words.get(at).begins()) {
        part(words.subList(begin, at), times, known, begin, expected, first);
        begin = at;
      }
    }
  }

  private boolean isNew(int... words) {
    if (tokens >= MOST_SHOWN) {
      return false;
    }
    for (int word : words) {
      if (shown.get(word) < ENOUGH) {
        return true;
      }
    }
    return false;
  }

  private void part(
      List<TextWord> words, double times, int[] known, int begin, double[] expected, int first) {
    int[] own = new int[words.size()];
    double[] logs = new double[expected.length == 0 ? 0 : own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = known[begin + i];
      if (logs.length > 0) {
        shown.set(own[i], shown.get(own[i]) + 1);
        for (int token = words.get(i).from(); token < words.get(i).to(); token++) {
          logs[i] += expected[token - first];
        }
      }
    }
    parts.add(new Part(lines, times, own, logs));
  }

  private int number(String name) {
    return numbers.computeIfAbsent(
        name,
        each -> {
          names.add(each);
          shown.add(0);
          return names.size() - 1;
        });
  }
}
