// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import java.util.ServiceLoader;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** Finds the support of a runner among the services on the class path. */
@Internal
public final class RunnerSupports {
  private RunnerSupports() {}

  /** The support of the runner that the options name, or one that does nothing. */
  public static RunnerSupport of(PipelineOptions options) {
    return ServiceLoader.load(RunnerSupport.class, RunnerSupport.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(support -> support.supports(options))
        .findFirst()
        .orElse(NoSupport.INSTANCE);
  }
}
