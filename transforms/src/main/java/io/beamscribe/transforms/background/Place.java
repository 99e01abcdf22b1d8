// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.background;

import java.io.Serializable;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Where long work is done.
 *
 * @param job name of the pool of threads; one a job, and never that of another
 * @param order which stage of the job this is, one of its own; the later ones go first
 * @param leastThreads how many threads a JVM has at least
 */
@Internal
public record Place(String job, int order, int leastThreads) implements Serializable {}
