// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well text is foretold that the model of the text does not know: each sentence by those of the
 * other folds.
 */
final class HeldOutLines {
  private static final int FOLDS = 5;
  private static final int LEAST = 10;
  private static final int MOST = 20_000;

  private final BaseModel base;
  private final List<List<Segmenter.Version>> sentences;
  private final int order;
  private final Progress progress;

  /**
   * @param sentences versions of each, which are held out together
   */
  HeldOutLines(
      BaseModel base, List<List<Segmenter.Version>> sentences, int order, Progress progress) {
    this.base = base;
    this.sentences = sentences;
    this.order = order;
    this.progress = progress;
  }

  /** Whether there are enough lines to tell. */
  boolean suffice() {
    return sentences.size() >= LEAST;
  }

  /** The perplexity by the base alone, and with each of some weights of the text. */
  double[] perplexities(double... shares) {
    double[] logs = new double[shares.length + 1];
    double words = 0;
    // of a large text a part is enough, and what one fold tells
    int folds = sentences.size() > MOST ? 1 : FOLDS;
    for (int fold = 0; fold < folds; fold++) {
      NgramCounts counts = new NgramCounts(order);
      List<Segmenter.Version> held = new ArrayList<>();
      for (int i = 0; i < sentences.size(); i++) {
        if (i % FOLDS != fold) {
          sentences.get(i).forEach(version -> version.count(counts));
        } else if (held.size() < MOST) {
          held.addAll(sentences.get(i));
        }
      }
      KneserNey text = new KneserNey(counts, base);
      MixtureWeights[] weights = new MixtureWeights[shares.length];
      for (int i = 0; i < shares.length; i++) {
        weights[i] = new MixtureWeights(base, text, shares[i]);
      }
      for (Segmenter.Version version : held) {
        progress.check();
        for (int[] part : version.parts()) {
          words += version.share() * add(part, version.share(), text, weights, logs);
        }
      }
    }
    double[] perplexities = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      perplexities[i] = Math.exp(logs[i] / Math.max(1, words));
    }
    return perplexities;
  }

  private int add(
      int[] part, double share, KneserNey text, MixtureWeights[] weights, double[] logs) {
    int first = part[0] == ConstFst.BEGIN ? 1 : 0;
    int inBase = first == 1 ? base.fst().start() : base.fst().root();
    int inText = first == 1 ? text.start() : 0;
    for (int i = first; i < part.length; i++) {
      double usual = Math.max(1e-12, base.probability(inBase, part[i]));
      double here = text.probability(inText, part[i]);
      logs[0] -= share * Math.log(usual);
      int from = Math.max(0, i - order + 1);
      int[] context = Arrays.copyOfRange(part, from, i);
      for (int k = 0; k < weights.length; k++) {
        double weight = weights[k].after(context, context.length);
        logs[k + 1] -= share * Math.log((1 - weight) * usual + weight * here);
      }
      inBase = base.next(inBase, part[i]);
      inText = text.next(inText, part[i]);
    }
    return part.length - first;
  }
}
