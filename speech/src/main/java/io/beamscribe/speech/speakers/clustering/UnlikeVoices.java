// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes voices of single pieces that are unlike all others: who says one sentence in a conversation
 * is too little to be a voice by what pieces of a voice have in common. A pure function of its
 * arguments.
 */
final class UnlikeVoices {
  /** Log odds that a piece is of none of the voices: 30, for laughter and noise reach 20. */
  private static final double SURELY = 30;

  /** Seconds from which a piece is heard well enough, as in {@link WindowEvidence}. */
  private static final double HEARD = .8;

  /**
   * Share of all speech below which it is nobody, however long the audio is: the longer it is, the
   * more there is that sounds like nobody.
   */
  private static final double LEAST_SHARE = .015;

  private final double[][] at;
  private final double[] seconds;
  private final double[] variances;
  private final int[] labels;
  private final double[][] sums;
  private final double[] weights;

  private UnlikeVoices(double[][] at, double[] seconds, double[] variances, int[] labels) {
    this.at = at;
    this.seconds = seconds;
    this.variances = variances;
    this.labels = labels;
    int voices = Arrays.stream(labels).max().orElse(-1) + 1;
    sums = new double[voices][variances.length];
    weights = new double[voices];
    for (int i = 0; i < labels.length; i++) {
      weights[labels[i]] += seconds[i];
      for (int j = 0; j < variances.length; j++) {
        sums[labels[i]][j] += seconds[i] * at[i][j];
      }
    }
  }

  /**
   * New labels; those of other pieces stay.
   *
   * @param at coordinates of pieces in {@link VoiceSpace}
   * @param seconds of each
   * @param variances of voices along each coordinate
   * @param labels of each, from 0 on
   */
  static int[] apart(double[][] at, double[] seconds, double[] variances, int[] labels) {
    return new UnlikeVoices(at, seconds, variances, labels).apart();
  }

  private int[] apart() {
    double least = LEAST_SHARE * Arrays.stream(seconds).sum();
    int[] apart = labels.clone();
    int voices = sums.length;
    for (List<Integer> voice : together(unlike())) {
      if (voice.stream().mapToDouble(piece -> seconds[piece]).sum() >= least) {
        for (int piece : voice) {
          apart[piece] = voices;
        }
        voices++;
      }
    }
    return apart;
  }

  private List<Integer> unlike() {
    List<Integer> unlike = new ArrayList<>();
    for (int piece = 0; piece < labels.length; piece++) {
      // A voice of a single piece is one already.
      boolean alone = weights[labels[piece]] - seconds[piece] < 1e-9;
      if (seconds[piece] >= HEARD && !alone && mostLike(piece) < -SURELY) {
        unlike.add(piece);
      }
    }
    return unlike;
  }

  /** The log odds that a piece is of the voice that it is most like, leaving itself out. */
  private double mostLike(int piece) {
    double most = Double.NEGATIVE_INFINITY;
    for (int voice = 0; voice < sums.length; voice++) {
      double own = voice == labels[piece] ? seconds[piece] : 0;
      double[] mean = new double[variances.length];
      for (int j = 0; j < mean.length; j++) {
        mean[j] = (sums[voice][j] - own * at[piece][j]) / (weights[voice] - own);
      }
      most = Math.max(most, OneOrTwo.odds(at[piece], mean, variances));
    }
    return most;
  }

  /** Pieces that are likelier of one voice than of two, in the order of the first of each. */
  private List<List<Integer>> together(List<Integer> some) {
    List<List<Integer>> voices = new ArrayList<>();
    for (int piece : some) {
      List<Integer> own = new ArrayList<>();
      List<List<Integer>> others = new ArrayList<>();
      for (List<Integer> voice : voices) {
        boolean same =
            voice.stream().anyMatch(each -> OneOrTwo.odds(at[each], at[piece], variances) > 0);
        if (same) {
          own.addAll(voice);
        } else {
          others.add(voice);
        }
      }
      own.add(piece);
      others.add(own);
      voices = others;
    }
    return voices;
  }
}
