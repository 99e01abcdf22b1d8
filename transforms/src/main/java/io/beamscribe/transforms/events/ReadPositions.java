// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.annotations.Internal;

/**
 * How far a job has read a topic: the state of {@link ReadTopic}. Immutable.
 *
 * @param partitions by number; those not read yet are missing
 */
@Internal
public record ReadPositions(Map<Integer, LogPosition> partitions) {
  public static final ReadPositions NONE = new ReadPositions(Map.of());

  public ReadPositions {
    partitions = Collections.unmodifiableMap(new TreeMap<>(partitions));
  }
}
