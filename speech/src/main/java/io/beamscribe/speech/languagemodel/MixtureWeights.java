// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

/**
 * How much each of two models counts after a context. The one that finds the context likelier
 * counts more, as in Bayesian interpolation (Allauzen and Riley 2011, Bayesian Language Model
 * Interpolation for Mobile Speech Input): the text rules in its own phrases, and hardly matters in
 * all others. Thread-safe.
 */
final class MixtureWeights {
  /** Neither model is ever left out: a phrase of the text may go on as it does elsewhere. */
  private static final double MOST = .95;

  private final BaseModel base;
  private final KneserNey text;
  private final double share;
  private final double odds;

  /**
   * @param share weight of the text after no context, above 0 and below 1
   */
  MixtureWeights(BaseModel base, KneserNey text, double share) {
    this.base = base;
    this.text = text;
    this.share = share;
    this.odds = Math.log(share / (1 - share));
  }

  double share() {
    return share;
  }

  /** The weight of the text after a context. */
  double after(int[] context, int length) {
    double sum = odds;
    int inBase = base.fst().root();
    int inText = 0;
    for (int i = 0; i < length; i++) {
      if (context[i] == ConstFst.BEGIN) {
        inBase = base.fst().start();
        inText = text.start();
      } else {
        double usual = base.probability(inBase, context[i]);
        double here = text.probability(inText, context[i]);
        if (usual <= 0 || here <= 0) {
          return share;
        }
        sum += Math.log(here) - Math.log(usual);
        inBase = base.next(inBase, context[i]);
        inText = text.next(inText, context[i]);
      }
    }
    return Math.min(MOST, 1 / (1 + Math.exp(-sum)));
  }
}
