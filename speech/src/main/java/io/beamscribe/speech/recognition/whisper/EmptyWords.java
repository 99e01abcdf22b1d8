// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.recognition.whisper.tokens.TokenWord;
import java.util.List;

/**
 * Words to which the alignment gives no time: attention may pass over a short one. They take some
 * of the longer of the words beside them.
 */
final class EmptyWords {
  /** Frames that they take at most: about what a letter lasts. */
  private static final int FRAMES = 3;

  private final List<TokenWord> words;
  private final int[] begins;

  private EmptyWords(List<TokenWord> words, int[] begins) {
    this.words = words;
    this.begins = begins;
  }

  /**
   * Where tokens begin if every word has time, as far as there is any.
   *
   * @param words of which each begins where the one before ends, or later
   * @param begins frames at which tokens begin, followed by the end of the last
   */
  static int[] filled(List<TokenWord> words, int[] begins) {
    EmptyWords filled = new EmptyWords(words, begins.clone());
    for (int i = 0; i < words.size(); i++) {
      if (filled.frames(i) == 0) {
        filled.fill(i);
      }
    }
    return filled.begins;
  }

  private void fill(int word) {
    boolean after = word + 1 < words.size() && words.get(word + 1).from() == words.get(word).to();
    boolean before = word > 0 && words.get(word - 1).to() == words.get(word).from();
    int next = after ? frames(word + 1) : 0;
    int previous = before ? frames(word - 1) : 0;
    int at = begins[words.get(word).from()];
    if (next >= previous) {
      int end = at + Math.min(FRAMES, next / 2);
      for (int i = words.get(word).to(); i < begins.length && begins[i] < end; i++) {
        begins[i] = end;
      }
    } else {
      int start = at - Math.min(FRAMES, previous / 2);
      for (int i = words.get(word).from(); i >= 0 && begins[i] > start; i--) {
        begins[i] = start;
      }
    }
  }

  private int frames(int word) {
    return begins[words.get(word).to()] - begins[words.get(word).from()];
  }
}
