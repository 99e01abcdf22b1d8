// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.options;

import org.apache.beam.sdk.annotations.Internal;

/** How many threads work at a time. */
@Internal
public final class Parallelism {
  private Parallelism() {}

  /** That of {@code --parallelism}, or else one for each processor of this machine. */
  public static int here(JobOptions options) {
    return options.getParallelism() > 0
        ? options.getParallelism()
        : Runtime.getRuntime().availableProcessors();
  }
}
