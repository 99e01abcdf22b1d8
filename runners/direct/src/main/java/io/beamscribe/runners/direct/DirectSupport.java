// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import io.beamscribe.pipelines.job.RunnerSupport;
import io.beamscribe.pipelines.options.JobOptions;
import io.beamscribe.pipelines.options.Parallelism;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.display.DisplayData;

/**
 * Runs jobs on this machine: the runner returns at once, so that progress can be shown, and has as
 * many threads as {@code --parallelism} says. Options set for Beam itself take precedence.
 */
public final class DirectSupport implements RunnerSupport {
  @Override
  public boolean supports(PipelineOptions options) {
    return DirectRunner.class.isAssignableFrom(options.getRunner());
  }

  @Override
  public void prepare(PipelineOptions options) {
    DirectOptions direct = options.as(DirectOptions.class);
    if (!isSet(direct, "blockOnRun")) {
      direct.setBlockOnRun(false);
    }
    if (!isSet(direct, "targetParallelism")) {
      direct.setTargetParallelism(Parallelism.here(options.as(JobOptions.class)));
    }
  }

  @Override
  public boolean worksHere() {
    return true;
  }

  /** The display data of options leaves out defaults. */
  private static boolean isSet(PipelineOptions options, String name) {
    return DisplayData.from(options).asMap().keySet().stream()
        .anyMatch(id -> id.getKey().equals(name));
  }
}
