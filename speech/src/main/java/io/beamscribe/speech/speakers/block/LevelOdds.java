// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.Arrays;

/**
 * What the level of a frame says about speech in it: the logarithm of how much likelier the level
 * is among the frames of this block in which the detectors hear speech than among those in which
 * they surely hear none. Steady noise has a narrow range of levels, so that even quiet speech
 * stands out; in a room full of sounds the level says little, and so it does here.
 */
final class LevelOdds {
  /** Samples, 30 ms, over which a level is measured: about what the detectors judge at once. */
  private static final int SPAN = 480;

  /** Decibels; below one step of 16-bit integers all is as quiet. */
  private static final int LOUDEST = 91;

  private static final int BINS_PER_DECIBEL = 2;
  private static final int BINS = LOUDEST * BINS_PER_DECIBEL;

  /** How far a level speaks for those near it, in decibels (standard deviation). */
  private static final double NEAR = 1;

  private static final double FAR = 8;

  /** Share of the levels that are spread far, since what was measured is not all there is. */
  private static final double SPREAD = .05;

  /** Share of speech that is at any level between the quietest and the loudest of the block. */
  private static final double ANY_LEVEL = .2;

  /** The power of the probability of no speech with which a frame counts as noise. */
  private static final int SURELY_NOISE = 30;

  /**
   * Share of the noise louder than the usual level that is believed to be noise, where the noise
   * below the usual level does not vary as much: quiet speech that no detector heard is among it.
   * The steadier the noise is, the less of it is believed.
   */
  private static final double LOUD_NOISE = .5;

  /** Mean distance, in decibels, of noise below its usual level from which it is not steady. */
  private static final double UNSTEADY = 1;

  /** Frames of noise that half convince. */
  private static final double FEW = 30;

  private static final double MOST = 2;

  /** How much more a level counts where noise is perfectly steady. */
  private static final double MORE_IF_STEADY = 1;

  private static final double LEAST = -3;

  private final int[] levels;
  private final double[] odds = new double[BINS];

  /**
   * @param samples of the block, in the scale of 16-bit integers
   * @param speech probability of speech of each frame, by the detectors
   */
  LevelOdds(float[] samples, float[] speech) {
    levels = levels(samples, speech.length);
    double[] noise = new double[BINS];
    double[] spoken = new double[BINS];
    double noisy = 0;
    for (int frame = 0; frame < speech.length; frame++) {
      double weight = Math.pow(1 - speech[frame], SURELY_NOISE);
      noise[levels[frame]] += weight;
      spoken[levels[frame]] += speech[frame];
      noisy += weight;
    }
    double unsteady = unsteady(noise);
    noise = quietHalf(density(noise), LOUD_NOISE * unsteady);
    spoken = withAnyLevel(density(spoken));
    double trust = noisy / (noisy + FEW);
    double most = MOST + MORE_IF_STEADY * (1 - unsteady);
    for (int bin = 0; bin < BINS; bin++) {
      double likelier = Math.log((spoken[bin] + 1e-6) / (noise[bin] + 1e-6));
      odds[bin] = trust * Math.max(LEAST, Math.min(most, likelier));
    }
  }

  /** The logarithm of the odds by which speech is likelier in a frame, because of its level. */
  double of(int frame) {
    return odds[levels[frame]];
  }

  private static int[] levels(float[] samples, int frames) {
    double[] squares = new double[samples.length + 1];
    for (int i = 0; i < samples.length; i++) {
      squares[i + 1] = squares[i] + (double) samples[i] * samples[i];
    }
    int[] levels = new int[frames];
    for (int frame = 0; frame < frames; frame++) {
      int from = Math.max(0, Math.min(samples.length - 1, Frames.middle(frame) - SPAN / 2));
      int to = Math.min(samples.length, Frames.middle(frame) + SPAN / 2);
      double level = 10 * Math.log10((squares[to] - squares[from]) / (to - from) + 1);
      levels[frame] = Math.min(BINS - 1, (int) (level * BINS_PER_DECIBEL));
    }
    return levels;
  }

  /** Spreads counts of levels, to the sum of 1. */
  private static double[] density(double[] counts) {
    double[] near = blurred(counts, NEAR);
    double[] far = blurred(near, FAR);
    double[] density = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      density[bin] = (1 - SPREAD) * near[bin] + SPREAD * far[bin];
    }
    return normalised(density);
  }

  private static double[] blurred(double[] values, double deviation) {
    double[] blurred = new double[BINS];
    int reach = (int) (4 * deviation * BINS_PER_DECIBEL);
    for (int bin = 0; bin < BINS; bin++) {
      if (values[bin] > 0) {
        for (int at = Math.max(0, bin - reach); at <= Math.min(BINS - 1, bin + reach); at++) {
          double distance = (at - bin) / (deviation * BINS_PER_DECIBEL);
          blurred[at] += values[bin] * Math.exp(-distance * distance / 2);
        }
      }
    }
    return normalised(blurred);
  }

  private static double[] normalised(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    for (int bin = 0; bin < BINS; bin++) {
      values[bin] = sum > 0 ? values[bin] / sum : 1.0 / BINS;
    }
    return values;
  }

  /** From 0 for perfectly steady noise, as of a line, to 1 for the sounds of a room. */
  private static double unsteady(double[] counts) {
    int usual = usual(density(counts));
    double below = 0;
    double count = 0;
    for (int bin = 0; bin <= usual; bin++) {
      below += counts[bin] * (usual - bin) / BINS_PER_DECIBEL;
      count += counts[bin];
    }
    double distance = count > 0 ? below / count / UNSTEADY : 1;
    return Math.min(1, distance * distance);
  }

  private static int usual(double[] noise) {
    int usual = 0;
    for (int bin = 0; bin < BINS; bin++) {
      usual = noise[bin] > noise[usual] ? bin : usual;
    }
    return usual;
  }

  /**
   * Noise as far as it is believed to be that.
   *
   * @param louder share of the louder noise that is, where the quieter does not vary as much
   */
  private static double[] quietHalf(double[] noise, double louder) {
    int usual = usual(noise);
    double[] believed = noise.clone();
    for (int bin = usual + 1; bin < BINS; bin++) {
      double mirrored = 2 * usual - bin >= 0 ? noise[2 * usual - bin] : 0;
      believed[bin] = Math.min(noise[bin], Math.max(mirrored, louder * noise[bin]));
    }
    return normalised(believed);
  }

  private double[] withAnyLevel(double[] spoken) {
    int[] sorted = levels.clone();
    Arrays.sort(sorted);
    int low = sorted[sorted.length / 100];
    int high = sorted[sorted.length - 1 - sorted.length / 100];
    for (int bin = 0; bin < BINS; bin++) {
      spoken[bin] *= 1 - ANY_LEVEL;
      spoken[bin] += bin >= low && bin <= high ? ANY_LEVEL / (high - low + 1) : 0;
    }
    return spoken;
  }
}
