// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Every way in which a phrase may be read: its words, what was written for them, and each number in
 * digits.
 *
 * @param words as spoken
 * @param from readings by their first word
 */
record Lattice(List<String> words, List<List<DisplayWord>> from) {
  static Lattice of(
      List<String> words, List<DisplayWord> written, InverseTextNormalizer normalizer) {
    List<List<DisplayWord>> from = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      from.add(new ArrayList<>(List.of(new DisplayWord(words.get(word), word, word + 1))));
    }
    for (DisplayWord each : written) {
      add(from, each);
    }
    for (DisplayWord each : normalizer.numbers(words)) {
      add(from, each);
    }
    return new Lattice(List.copyOf(words), from);
  }

  private static void add(List<List<DisplayWord>> from, DisplayWord reading) {
    List<DisplayWord> there = from.get(reading.firstWord());
    if (!there.contains(reading)) {
      there.add(reading);
    }
  }
}
