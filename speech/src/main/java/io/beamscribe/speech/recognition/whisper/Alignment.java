// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import java.util.Arrays;

/**
 * When each token is spoken, from the decoder's attention: some heads follow the audio as text is
 * written. Their attention is normalised over tokens, smoothed along time, and the cheapest
 * monotonic path through it is found (dynamic time warping), as in OpenAI's reference
 * (whisper/timing.py).
 */
public final class Alignment {
  /** Seconds of a frame of the encoder. */
  static final double FRAME_SECONDS = 0.02;

  private Alignment() {}

  /**
   * The frame at which each token begins.
   *
   * @param attention {@code [head][token][frame]}, probabilities over all frames
   * @param heads at least one
   * @param frames in the attention
   * @param tokens in the attention
   * @param audioFrames frames that contain audio, at least one
   * @param first first token to align
   * @param end after the last token to align
   */
  static int[] begins(
      float[] attention, int heads, int frames, int tokens, int audioFrames, int first, int end) {
    float[][] likeness = new float[end - first][audioFrames];
    RunningMedian median = new RunningMedian(audioFrames);
    float[] row = new float[audioFrames];
    for (int head = 0; head < heads; head++) {
      float[][] weights = comparable(attention, head, frames, tokens, audioFrames);
      for (int token = first; token < end; token++) {
        median.of(weights[token], row);
        float[] sum = likeness[token - first];
        for (int frame = 0; frame < audioFrames; frame++) {
          sum[frame] += row[frame] / heads;
        }
      }
    }
    return warp(likeness);
  }

  /**
   * Shares of the audioFrames frames, with mean 0 and deviation 1 over the tokens of each frame.
   */
  private static float[][] comparable(
      float[] attention, int head, int frames, int tokens, int audioFrames) {
    float[][] weights = new float[tokens][];
    double[] means = new double[audioFrames];
    double[] squares = new double[audioFrames];
    for (int token = 0; token < tokens; token++) {
      int at = (head * tokens + token) * frames;
      float[] row = Arrays.copyOfRange(attention, at, at + audioFrames);
      weights[token] = row;
      double sum = 0;
      for (float weight : row) {
        sum += weight;
      }
      for (int frame = 0; frame < audioFrames; frame++) {
        double share = sum > 0 ? row[frame] / sum : 0;
        row[frame] = (float) share;
        means[frame] += share / tokens;
        squares[frame] += share * share / tokens;
      }
    }
    for (int frame = 0; frame < audioFrames; frame++) {
      squares[frame] = Math.sqrt(Math.max(0, squares[frame] - means[frame] * means[frame]));
    }
    for (float[] row : weights) {
      for (int frame = 0; frame < audioFrames; frame++) {
        double deviation = squares[frame];
        row[frame] = deviation > 0 ? (float) ((row[frame] - means[frame]) / deviation) : 0;
      }
    }
    return weights;
  }

  /** Frames at which the likeliest path reaches each token. */
  static int[] warp(float[][] likeness) {
    int tokens = likeness.length;
    int frames = likeness[0].length;
    float[] above = new float[frames + 1];
    float[] row = new float[frames + 1];
    byte[][] steps = new byte[tokens + 1][frames + 1];
    Arrays.fill(above, Float.POSITIVE_INFINITY);
    above[0] = 0;
    for (int token = 1; token <= tokens; token++) {
      row[0] = Float.POSITIVE_INFINITY;
      for (int frame = 1; frame <= frames; frame++) {
        float both = above[frame - 1];
        float down = above[frame];
        float along = row[frame - 1];
        byte step = both < down && both < along ? BOTH : down < both && down < along ? DOWN : ALONG;
        float cost = step == BOTH ? both : step == DOWN ? down : along;
        steps[token][frame] = step;
        row[frame] = cost - likeness[token - 1][frame - 1];
      }
      float[] swap = above;
      above = row;
      row = swap;
    }
    return back(steps, tokens, frames);
  }

  private static final byte BOTH = 0;
  private static final byte DOWN = 1;
  private static final byte ALONG = 2;

  private static int[] back(byte[][] steps, int tokens, int frames) {
    int[] begins = new int[tokens];
    int token = tokens;
    int frame = frames;
    while (token > 0) {
      begins[token - 1] = Math.max(0, frame - 1);
      byte step = frame == 0 ? DOWN : steps[token][frame];
      if (token == 1 && step != ALONG) {
        break;
      }
      token -= step == ALONG ? 0 : 1;
      frame -= step == DOWN ? 0 : 1;
    }
    return begins;
  }
}
