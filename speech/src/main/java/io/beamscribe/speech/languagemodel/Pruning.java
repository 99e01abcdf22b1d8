// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel;

/** Finds what to leave out of a model so that it fits a size. */
final class Pruning {
  private static final int STATE_BYTES = 20;
  private static final int ARC_BYTES = 16;

  /** Losses are counted in buckets of this many to a factor of e. */
  private static final int BUCKETS = 8;

  private static final int LOWEST = -60;

  private Pruning() {}

  /** The mixture in at most a number of bytes, or as few as it can have. */
  static Mixture to(
      long mostBytes, BaseModel base, KneserNey text, MixtureWeights weights, Progress progress) {
    Mixture whole = new Mixture(base, text, weights, 0, progress);
    long fixed =
        200 + base.fst().symbols().rawLength() + (STATE_BYTES + ARC_BYTES) * (long) whole.states();
    long[] histogram = new long[BUCKETS * -LOWEST + 1];
    long arcs = 0;
    for (int state = 0; state < whole.states(); state++) {
      arcs += whole.count(state);
    }
    if (fixed + ARC_BYTES * arcs <= mostBytes) {
      return whole;
    }
    progress.begins("Leaving out what matters least.");
    for (int state = 0; state < whole.states(); state++) {
      whole.losses(state, loss -> histogram[bucket(loss)]++);
    }
    long excess = fixed + ARC_BYTES * arcs - mostBytes;
    int bucket = 0;
    while (bucket < histogram.length && excess > 0) {
      excess -= ARC_BYTES * histogram[bucket++];
    }
    double threshold = Math.exp(LOWEST + bucket / (double) BUCKETS);
    return new Mixture(base, text, weights, threshold, progress);
  }

  private static int bucket(double loss) {
    double at = (Math.log(Math.max(loss, 1e-300)) - LOWEST) * BUCKETS;
    return (int) Math.max(0, Math.min(BUCKETS * -LOWEST, Math.floor(at)));
  }
}
