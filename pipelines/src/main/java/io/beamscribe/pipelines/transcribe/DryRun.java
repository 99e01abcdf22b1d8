// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.transforms.forecast.PlannedFile;
import io.beamscribe.transforms.forecast.RunPlan;
import io.beamscribe.transforms.forecast.RunSpeed;
import io.beamscribe.transforms.forecast.RunSpeeds;
import io.beamscribe.transforms.forecast.Schedule;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a batch would do and take, by the speed of earlier runs into the same output.
 *
 * @param learnt the run that the forecast is by; empty if a default had to do
 * @param alike whether that run had the same model, options and number of threads
 * @param threads that the run would have
 * @param wallSeconds from its start to its report
 * @param price of a core hour; empty if not given
 */
public record DryRun(
    RunPlan plan,
    Optional<RunSpeed> learnt,
    boolean alike,
    int threads,
    double wallSeconds,
    OptionalDouble price) {

  /** Seconds of a thread for a second of audio where no run tells: a cautious guess. */
  public static final double DEFAULT_FACTOR = 0.5;

  private static final double DEFAULT_OVERHEAD = 5;

  /**
   * Plans a batch. Writes nothing but a model that is missing on this machine.
   *
   * @throws UsageException if an option or an input is invalid
   * @throws JobException if a model is unavailable
   */
  public static DryRun of(BatchOptions options, ModelListener listener)
      throws UsageException, JobException {
    OptionalDouble price = price(options.getPricePerCoreHour());
    TranscriptionSetup setup = TranscriptionSetup.planned(options, listener);
    RunPlan plan = RunPlan.of(setup.inputs().all(), RunReport.afterFailures(setup.settings()));
    RunSpeed wanted = Speeds.none(options, setup.settings());
    Optional<RunSpeed> learnt = new RunSpeeds(setup.settings().output()).like(wanted);
    double slowdown = learnt.map(speed -> speed.slowdown(wanted)).orElse(1.0);
    Schedule schedule = Speeds.schedule(setup.settings());
    for (PlannedFile file : plan.work()) {
      schedule.add(
          file.audioSeconds(),
          slowdown * file.processingSeconds().orElse(seconds(file.audioSeconds(), learnt)));
    }
    double wall =
        learnt.map(RunSpeed::overheadSeconds).orElse(DEFAULT_OVERHEAD)
            + schedule.seconds(wanted.threads());
    return new DryRun(
        plan,
        learnt,
        learnt.filter(speed -> Speeds.isAlike(speed, wanted)).isPresent(),
        wanted.threads(),
        plan.work().isEmpty() ? 0 : wall,
        price);
  }

  private static double seconds(double length, Optional<RunSpeed> learnt) {
    return learnt.map(speed -> speed.seconds(length)).orElse(DEFAULT_FACTOR * length);
  }

  /** Hours that all threads are paid for. */
  public double coreHours() {
    return threads * wallSeconds / 3600;
  }

  private static OptionalDouble price(@Nullable String text) throws UsageException {
    if (text == null) {
      return OptionalDouble.empty();
    }
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      throw new UsageException(
          "--pricePerCoreHour must be a number such as 0.04, without a currency, not '%s'."
              .formatted(text));
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }
}
