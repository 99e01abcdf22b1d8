// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import org.apache.beam.sdk.options.PipelineOptions;

/** For runners without support of their own. */
enum NoSupport implements RunnerSupport {
  INSTANCE;

  @Override
  public boolean supports(PipelineOptions options) {
    return true;
  }

  @Override
  public void prepare(PipelineOptions options) {}
}
