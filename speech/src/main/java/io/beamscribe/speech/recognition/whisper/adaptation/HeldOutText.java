// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.adaptation;

import io.beamscribe.speech.languagemodel.TextModel;
import java.util.List;

/** How well lines of a text are foretold by the others, with a share of what the model expects. */
final class HeldOutText {
  private static final int FOLDS = 5;
  private static final int LEAST_LINES = 10;

  private final ReadText text;

  HeldOutText(ReadText text) {
    this.text = text;
  }

  /** Whether there are enough lines to tell. */
  boolean suffices() {
    return text.lines() >= LEAST_LINES;
  }

  /** The perplexity of a word by the model alone, and with each of some weights of the text. */
  double[] perplexities(double... weights) {
    double[] sums = new double[weights.length + 1];
    int words = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      List<TextModel.Part> others =
          text.parts().stream()
              .filter(part -> part.line() % FOLDS != held)
              .map(ReadText.Part::counted)
              .toList();
      TextModel model = new TextModel(others, ReadText.ORDER);
      for (ReadText.Part part : text.parts()) {
        if (part.line() % FOLDS == held && part.isShown()) {
          words += add(part, model, weights, sums);
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] / Math.max(1, words));
    }
    return sums;
  }

  private static int add(ReadText.Part part, TextModel model, double[] weights, double[] sums) {
    for (int at = 0; at < part.words().length; at++) {
      double expected = Math.exp(part.expected()[at]);
      double here = model.probability(part.words(), at);
      sums[0] -= part.expected()[at];
      for (int i = 0; i < weights.length; i++) {
        sums[i + 1] -= Math.log((1 - weights[i]) * expected + weights[i] * here);
      }
    }
    return part.words().length;
  }
}
