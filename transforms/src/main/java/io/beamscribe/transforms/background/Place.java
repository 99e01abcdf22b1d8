// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.io.Serializable;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Thread pool and stage of background work.
 *
 * @param job name of the thread pool, unique to the job
 * @param order position of the stage in the job, unique in it; later stages take precedence
 * @param leastThreads minimum number of threads per JVM
 */
@Internal
public record Place(String job, int order, int leastThreads) implements Serializable {}
