// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells voices apart by variational Bayes: each piece is of one of some voices, of which those that
 * explain nothing vanish. As in VBx (Landini, Profant, Diez and Burget, "Bayesian HMM clustering of
 * x-vector sequences", 2022), with what windows tell of pairs of pieces in place of its model of
 * turns. A pure function of its arguments.
 */
final class VoiceMixture {
  /** How much a piece tells of a voice: the numbers of a print depend on each other. */
  private static final double ACOUSTIC = .3;

  /** How much it takes to tell one voice more, where their number is to be found. */
  private static final double REGULAR = 3;

  /** Pieces for which a second counts. */
  private static final double PIECES_PER_SECOND = .5;

  /** Share of speech below which a voice vanishes. */
  private static final double LEAST = .001;

  private static final int ROUNDS = 40;

  /** How little shares change when it is done. */
  private static final double DONE = 1e-4;

  private final double[][] scaled;
  private final double[] weights;
  private final double[] variances;
  private final WindowEvidence evidence;

  /** Probability of each voice, by piece. */
  private double[][] shares;

  private double[] sizes;

  private VoiceMixture(
      double[][] at, double[] seconds, double[] variances, WindowEvidence evidence, int[] labels) {
    this.variances = variances;
    this.evidence = evidence;
    this.weights = Arrays.stream(seconds).map(each -> each * PIECES_PER_SECOND).toArray();
    this.scaled = new double[at.length][];
    for (int i = 0; i < at.length; i++) {
      scaled[i] = new double[variances.length];
      for (int j = 0; j < variances.length; j++) {
        scaled[i][j] = at[i][j] * Math.sqrt(variances[j]);
      }
    }
    int voices = Arrays.stream(labels).max().orElse(0) + 1;
    shares = new double[at.length][voices];
    for (int i = 0; i < at.length; i++) {
      Arrays.fill(shares[i], .1 / voices);
      shares[i][labels[i]] += .9;
    }
    sizes = new double[voices];
    Arrays.fill(sizes, 1.0 / voices);
  }

  /**
   * The voice of each piece, where voices that explain nothing vanish.
   *
   * @param at coordinates of pieces in {@link VoiceSpace}
   * @param seconds of each
   * @param variances of voices along each coordinate
   * @param labels to begin with: each voice is the label of some piece, from 0 on
   */
  static int[] found(
      double[][] at, double[] seconds, double[] variances, WindowEvidence evidence, int[] labels) {
    VoiceMixture mixture = new VoiceMixture(at, seconds, variances, evidence, labels);
    for (int round = 0; round < ROUNDS; round++) {
      if (mixture.step() < DONE) {
        break;
      }
    }
    return mixture.labels();
  }

  private int[] labels() {
    return Arrays.stream(shares).mapToInt(Scores::best).toArray();
  }

  /** Improves all shares and sizes once; returns how much the share changed that did most. */
  private double step() {
    int voices = sizes.length;
    double[][] means = new double[voices][];
    double[] offsets = new double[voices];
    for (int voice = 0; voice < voices; voice++) {
      double[] uncertainty = uncertainty(amount(voice));
      means[voice] = mean(voice, uncertainty);
      offsets[voice] = offset(means[voice], uncertainty);
    }
    double[][] next = new double[shares.length][];
    double most = 0;
    for (int i = 0; i < next.length; i++) {
      next[i] = scores(i, means, offsets);
      Scores.normalise(next[i]);
      for (int voice = 0; voice < voices; voice++) {
        most = Math.max(most, Math.abs(next[i][voice] - shares[i][voice]));
      }
    }
    shares = next;
    return resize() ? 1 : most;
  }

  private double amount(int voice) {
    double amount = 0;
    for (int i = 0; i < shares.length; i++) {
      amount += shares[i][voice] * weights[i];
    }
    return amount;
  }

  /** The mean of what is known of a voice. */
  private double[] mean(int voice, double[] uncertainty) {
    double[] mean = new double[variances.length];
    for (int i = 0; i < shares.length; i++) {
      double weight = shares[i][voice] * weights[i];
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weight * scaled[i][j];
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] *= ACOUSTIC / REGULAR * uncertainty[j];
    }
    return mean;
  }

  /** The variance of what is known of a voice along each coordinate. */
  private double[] uncertainty(double amount) {
    return Arrays.stream(variances)
        .map(variance -> 1 / (1 + ACOUSTIC / REGULAR * amount * variance))
        .toArray();
  }

  private double offset(double[] mean, double[] uncertainty) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      sum += (uncertainty[j] + mean[j] * mean[j]) * variances[j];
    }
    return sum / 2;
  }

  private double[] scores(int piece, double[][] means, double[] offsets) {
    double[] scores = new double[means.length];
    for (int voice = 0; voice < scores.length; voice++) {
      double product = Scores.product(scaled[piece], means[voice]);
      scores[voice] =
          ACOUSTIC * weights[piece] * (product - offsets[voice]) + Math.log(sizes[voice] + 1e-12);
    }
    for (Map.Entry<Integer, Double> link : evidence.links(piece).entrySet()) {
      double[] other = shares[link.getKey()];
      for (int voice = 0; voice < scores.length; voice++) {
        scores[voice] += link.getValue() * other[voice];
      }
    }
    return scores;
  }

  /** Takes the size of voices from their shares; returns whether any vanished. */
  private boolean resize() {
    double[] amounts = new double[sizes.length];
    for (int voice = 0; voice < amounts.length; voice++) {
      amounts[voice] = amount(voice);
    }
    double total = Arrays.stream(amounts).sum();
    int[] kept =
        IntStream.range(0, amounts.length)
            .filter(voice -> amounts[voice] > LEAST * total)
            .toArray();
    double left = Arrays.stream(kept).mapToDouble(voice -> amounts[voice]).sum();
    sizes = Arrays.stream(kept).mapToDouble(voice -> amounts[voice] / left).toArray();
    if (kept.length == amounts.length) {
      return false;
    }
    for (int i = 0; i < shares.length; i++) {
      double[] all = shares[i];
      shares[i] = Arrays.stream(kept).mapToDouble(voice -> all[voice]).toArray();
      double sum = Arrays.stream(shares[i]).sum();
      for (int voice = 0; voice < kept.length; voice++) {
        shares[i][voice] = sum > 0 ? shares[i][voice] / sum : 1.0 / kept.length;
      }
    }
    return true;
  }
}
