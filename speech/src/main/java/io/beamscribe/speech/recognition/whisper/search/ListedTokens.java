// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Tokens of listed phrases that the audio allows. */
final class ListedTokens {
  /**
   * By how much the likeliest token may be likelier, in natural logarithms: what is further off is
   * not what was said, whatever is listed.
   */
  private static final float FARTHEST = 6;

  private ListedTokens() {}

  /**
   * The tokens that go on with a phrase or begin one and are likely enough, ascending.
   *
   * @param best the likeliest tokens, the likeliest first, which are left out
   */
  static List<Choice> of(Favour progress, float[] logits, List<Choice> best) {
    float greatest = logits[best.get(0).token()];
    double total = greatest - best.get(0).logProbability();
    TreeSet<Integer> tokens = new TreeSet<>();
    progress.listed(
        token -> {
          if (logits[token] > greatest - FARTHEST) {
            tokens.add(token);
          }
        });
    best.forEach(choice -> tokens.remove(choice.token()));
    List<Choice> choices = new ArrayList<>();
    for (int token : tokens) {
      choices.add(new Choice(token, logits[token] - total));
    }
    return choices;
  }
}
