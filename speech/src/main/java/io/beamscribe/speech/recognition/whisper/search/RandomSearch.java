// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The best of several randomly sampled texts of a window. */
public final class RandomSearch {
  /** Texts sampled at once. */
  private static final int DRAWN = 5;

  private final TokenDecoder decoder;
  private final TokenRules rules;
  private final Vocabulary vocabulary;

  public RandomSearch(TokenDecoder decoder, TokenRules rules, Vocabulary vocabulary) {
    this.decoder = decoder;
    this.rules = rules;
    this.vocabulary = vocabulary;
  }

  /**
   * @param prompt of the only window that the decoder is at
   * @param room the most tokens of a text
   * @param seed of the randomness, so that the same window gives the same text
   */
  public Hypothesis draw(TokenDecoder.Said prompt, int room, double temperature, long seed)
      throws OrtException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Hypothesis> finished = new ArrayList<>();
    float[] first = prompt.textAfter(vocabulary);
    rules.apply(prompt.last(), first);
    List<TokenNode> live = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      take(prompt.last(), Logits.draw(first, temperature, random), live, finished);
    }
    while (!live.isEmpty() && live.get(0).length < room) {
      List<float[]> logits = decoder.step(List.of(live), DRAWN).get(0);
      List<TokenNode> next = new ArrayList<>();
      for (int i = 0; i < live.size(); i++) {
        TokenNode node = live.get(i);
        rules.apply(node, logits.get(i));
        if (Repetition.loops(node)) {
          finished.add(new Hypothesis(node.path(), node.sum, 0, false));
        } else {
          take(node, Logits.draw(logits.get(i), temperature, random), next, finished);
        }
      }
      live = next;
    }
    return Hypothesis.best(
        finished.isEmpty()
            ? live.stream().map(node -> new Hypothesis(node.path(), node.sum, 0, false)).toList()
            : finished);
  }

  private void take(
      TokenNode after, Choice choice, List<TokenNode> live, List<Hypothesis> finished) {
    if (choice.token() == vocabulary.endOfText) {
      finished.add(new Hypothesis(after.path(), after.sum + choice.logProbability(), 0, true));
    } else {
      live.add(after.child(choice.token(), choice.logProbability()));
    }
  }
}
