// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

/**
 * How the time that a thread takes for a file depends on its length: something for each file,
 * however short, and something for each second. By least squares over the files of a run. Not
 * thread-safe.
 */
public final class FileTimes {
  private long files;
  private double audio;
  private double processing;
  private double audioSquared;
  private double product;
  private double least = Double.POSITIVE_INFINITY;

  /** Adds a file that was transcribed. */
  public void add(double audioSeconds, double processingSeconds) {
    files++;
    audio += audioSeconds;
    processing += processingSeconds;
    audioSquared += audioSeconds * audioSeconds;
    product += audioSeconds * processingSeconds;
    least = Math.min(least, processingSeconds);
  }

  public long files() {
    return files;
  }

  public double audioSeconds() {
    return audio;
  }

  public double processingSeconds() {
    return processing;
  }

  /**
   * What a file takes whatever its length, at most as much as the quickest took; 0 where the files
   * are too few or too alike in length to tell.
   */
  public double secondsEach() {
    if (files < 3) {
      return 0;
    }
    double mean = audio / files;
    double variance = audioSquared / files - mean * mean;
    if (variance < mean * mean / 16) {
      return 0;
    }
    double slope = (product / files - mean * processing / files) / variance;
    return Math.min(least, Math.max(0, processing / files - slope * mean));
  }
}
