// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

/**
 * How fast a run was.
 *
 * @param engine name of the engine
 * @param model id of the model
 * @param settings digest of model and options
 * @param runner name of the runner
 * @param threads that it had
 * @param cores of the machine; 0 if the threads were on others
 * @param files that it transcribed
 * @param audioSeconds that it transcribed
 * @param processingSeconds that its threads spent on that
 * @param secondsEach of that, for each file whatever its length
 * @param overheadSeconds of its time that passed besides: starting, loading, ending
 */
public record RunSpeed(
    String engine,
    String model,
    String settings,
    String runner,
    int threads,
    int cores,
    long files,
    double audioSeconds,
    double processingSeconds,
    double secondsEach,
    double overheadSeconds) {

  /** Time of one thread for a second of audio. */
  public double realTimeFactor() {
    return processingSeconds / audioSeconds;
  }

  /** Time of one thread for a file of so many seconds. */
  public double seconds(double length) {
    return secondsEach + length * (processingSeconds - files * secondsEach) / audioSeconds;
  }

  /** How much longer a thread takes in another run, as its machine has fewer cores than threads. */
  public double slowdown(RunSpeed other) {
    return other.crowd() / crowd();
  }

  private double crowd() {
    return cores == 0 ? 1 : Math.max(1, threads / (double) cores);
  }

  /** How much a run is like another, 0 (not at all) to 4 (the same, with as many threads). */
  int likeness(RunSpeed other) {
    if (!engine.equals(other.engine)) {
      return 0;
    }
    if (!model.equals(other.model)) {
      return 1;
    }
    if (!settings.equals(other.settings)) {
      return 2;
    }
    return runner.equals(other.runner) && threads == other.threads ? 4 : 3;
  }
}
