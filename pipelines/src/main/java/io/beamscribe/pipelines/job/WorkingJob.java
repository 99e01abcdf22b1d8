// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.job;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.annotations.Internal;

/**
 * A job that works on a cluster, whoever has started it.
 *
 * @param name by which its counters are found
 * @param id by which the cluster's own tools know it
 * @param result tells its state, and cancels it
 */
@Internal
public record WorkingJob(String name, String id, PipelineResult result) {}
