// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.speakers.clustering.VoiceSpace;
import java.util.Random;

/** Prints of voices that were drawn from the space of voices across bands. */
final class SyntheticVoices {
  private static final VoiceSpace SPACE = VoiceSpace.acrossBands();

  private SyntheticVoices() {}

  /**
   * The print of a voice in a recording.
   *
   * @param telephone 0 for wideband, 1 for the telephone band
   * @param scatter how far the recording is from the voice; 1 as far as a piece of two seconds
   */
  static String print(int voice, int recording, double telephone, double scatter) {
    Random voices = new Random(voice);
    Random recordings = new Random(1_000_003L * recording + voice);
    double[] variances = SPACE.variances();
    double[] at = new double[variances.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.sqrt(variances[i]) * voices.nextGaussian() + scatter * recordings.nextGaussian();
    }
    return print(at, SPACE.meanAt(telephone));
  }

  /** The print at coordinates: they are solved for one after the other, again and again. */
  private static String print(double[] at, double[] mean) {
    double[] print = mean.clone();
    double[][] rows = rows();
    for (int round = 0; round < 300; round++) {
      for (int i = 0; i < rows.length; i++) {
        double found = 0;
        double length = 0;
        for (int j = 0; j < print.length; j++) {
          found += rows[i][j] * (print[j] - mean[j]);
          length += rows[i][j] * rows[i][j];
        }
        for (int j = 0; j < print.length; j++) {
          print[j] += rows[i][j] * (at[i] - found) / length;
        }
      }
    }
    float[] floats = new float[print.length];
    for (int j = 0; j < floats.length; j++) {
      floats[j] = (float) print[j];
    }
    return Voiceprint.text(floats);
  }

  private static double[][] rows() {
    double[] none = new double[Voiceprint.SIZE];
    double[][] rows = new double[SPACE.variances().length][Voiceprint.SIZE];
    for (int j = 0; j < Voiceprint.SIZE; j++) {
      double[] unit = new double[Voiceprint.SIZE];
      unit[j] = 1;
      double[] column = SPACE.coordinates(unit, none);
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = column[i];
      }
    }
    return rows;
  }
}
