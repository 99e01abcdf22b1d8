// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import io.beamscribe.speech.text.RepeatedWords;
import io.beamscribe.speech.text.WordEdges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words that are said several times in a row. A search that has begun to repeat easily does so more
 * often than is heard; what it adds gets next to no time of the audio.
 */
final class HeardRepeats {
  /** How often something must be said to count: twice is a way of speaking. */
  private static final int LEAST = 3;

  /** The share of the usual time of a repeat below which it is not heard. */
  private static final double UNHEARD = 0.25;

  private final List<TokenWord> words;
  private final int[] begins;

  private HeardRepeats(List<TokenWord> words, int[] begins) {
    this.words = words;
    this.begins = begins;
  }

  /**
   * The words without repeats that have no time.
   *
   * @param begins frames at which tokens begin, followed by the end of the last
   */
  static List<TokenWord> heard(List<TokenWord> words, int[] begins) {
    return new HeardRepeats(words, begins).heard();
  }

  private List<TokenWord> heard() {
    List<String> forms =
        words.stream().map(word -> WordEdges.of(word.display()).lexical("")).toList();
    List<TokenWord> heard = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<RepeatedWords> found = RepeatedWords.at(forms, at, LEAST);
      if (found.isPresent()) {
        addHeard(at, found.get().length(), found.get().count(), heard);
        at += found.get().total();
      } else {
        heard.add(words.get(at++));
      }
    }
    return heard;
  }

  private void addHeard(int at, int length, int count, List<TokenWord> heard) {
    int[] frames = new int[count];
    for (int repeat = 0; repeat < count; repeat++) {
      int first = at + repeat * length;
      frames[repeat] = begins[words.get(first + length - 1).to()] - begins[words.get(first).from()];
    }
    int[] sorted = frames.clone();
    Arrays.sort(sorted);
    double usual = sorted[count / 2];
    for (int repeat = 0; repeat < count; repeat++) {
      if (frames[repeat] > usual * UNHEARD) {
        int first = at + repeat * length;
        heard.addAll(words.subList(first, first + length));
      }
    }
  }
}
