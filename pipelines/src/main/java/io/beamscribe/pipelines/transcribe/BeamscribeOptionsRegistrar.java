// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * Registers the options of jobs with Beam, so that they are sent to workers. Those of {@code
 * render} and {@code models}, which run no job, are left out.
 */
@Internal
public final class BeamscribeOptionsRegistrar implements PipelineOptionsRegistrar {
  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(BatchOptions.class);
  }
}
