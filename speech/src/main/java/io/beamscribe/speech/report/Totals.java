// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

/**
 * Sums over a run.
 *
 * @param audioSeconds of the files transcribed in this run
 * @param speechSeconds in which somebody speaks, on whatever channel
 * @param wallSeconds from the start of the job to the report
 * @param timesRealTime audioSeconds / wallSeconds
 * @param processingSeconds that threads spent on files
 * @param modelLoads how often a model was loaded
 */
public record Totals(
    int files,
    double audioSeconds,
    double speechSeconds,
    double wallSeconds,
    double timesRealTime,
    double processingSeconds,
    long modelLoads) {
  /** How many times as fast as real time one thread is; NaN or infinite if it is not known. */
  public double timesRealTimePerThread() {
    return audioSeconds / processingSeconds;
  }
}
