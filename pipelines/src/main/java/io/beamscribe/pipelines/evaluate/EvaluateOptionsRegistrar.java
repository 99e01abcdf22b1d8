// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/** Registers the options of evaluations with Beam, so that they are sent to workers. */
@Internal
public final class EvaluateOptionsRegistrar implements PipelineOptionsRegistrar {
  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(EvaluateOptions.class);
  }
}
