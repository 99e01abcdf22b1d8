// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.speakers.block.Voiceprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A space in which voice prints can be compared whatever the channel: pieces of one voice scatter
 * with variance 1 along each coordinate, voices with a known variance (two-covariance PLDA; Ioffe,
 * "Probabilistic linear discriminant analysis", 2006). Prints of the telephone band have another
 * mean than wideband ones. Learnt by {@code benchmarks/voice_space.py} from readers in both bands.
 * Immutable.
 */
public final class VoiceSpace {
  private static final VoiceSpace LEARNT = read("voice-space.bin");
  private static final VoiceSpace ACROSS_BANDS = read("voices-across-bands.bin");

  private final double[] wide;
  private final double[] telephone;
  private final double[] variances;
  private final double[][] coordinates;

  private VoiceSpace(
      double[] wide, double[] telephone, double[] variances, double[][] coordinates) {
    this.wide = wide;
    this.telephone = telephone;
    this.variances = variances;
    this.coordinates = coordinates;
  }

  /** The one for prints of one channel. */
  static VoiceSpace learnt() {
    return LEARNT;
  }

  /**
   * The one for prints of different recordings: what changes with the band counts as scatter within
   * a voice.
   */
  public static VoiceSpace acrossBands() {
    return ACROSS_BANDS;
  }

  private static VoiceSpace read(String name) {
    try (InputStream in = requireNonNull(VoiceSpace.class.getResourceAsStream(name))) {
      FloatBuffer numbers =
          ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      int count = (int) numbers.get();
      double[] wide = next(numbers, Voiceprint.SIZE);
      double[] telephone = next(numbers, Voiceprint.SIZE);
      double[] variances = next(numbers, count);
      double[][] coordinates = new double[count][];
      for (int i = 0; i < count; i++) {
        coordinates[i] = next(numbers, Voiceprint.SIZE);
      }
      return new VoiceSpace(wide, telephone, variances, coordinates);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] next(FloatBuffer numbers, int count) {
    double[] next = new double[count];
    for (int i = 0; i < count; i++) {
      next[i] = numbers.get();
    }
    return next;
  }

  /** The variance of voices along each coordinate; that of pieces of one voice is 1. */
  public double[] variances() {
    return variances.clone();
  }

  /**
   * What prints of a channel would have as their mean if everybody spoke there: a point on the line
   * through the means of both bands.
   *
   * @param mean of the prints of the channel
   */
  public double[] bandMean(double[] mean) {
    return meanAt(telephoneShare(mean));
  }

  /** The mean of all prints of a channel between the bands: 0 wideband, 1 telephone. */
  public double[] meanAt(double telephoneShare) {
    double[] band = new double[wide.length];
    for (int i = 0; i < band.length; i++) {
      band[i] = wide[i] + telephoneShare * (telephone[i] - wide[i]);
    }
    return band;
  }

  /** Where a mean lies between the bands: 0 wideband, 1 telephone, up to 1.3 beyond it. */
  public double telephoneShare(double[] mean) {
    double along = 0;
    double length = 0;
    for (int i = 0; i < mean.length; i++) {
      double step = telephone[i] - wide[i];
      along += (mean[i] - wide[i]) * step;
      length += step * step;
    }
    return Math.max(0, Math.min(1.3, along / length));
  }

  /** Coordinates of a print relative to the mean of its channel. */
  public double[] coordinates(double[] print, double[] mean) {
    double[] at = new double[coordinates.length];
    for (int i = 0; i < at.length; i++) {
      double[] row = coordinates[i];
      for (int j = 0; j < row.length; j++) {
        at[i] += row[j] * (print[j] - mean[j]);
      }
    }
    return at;
  }
}
