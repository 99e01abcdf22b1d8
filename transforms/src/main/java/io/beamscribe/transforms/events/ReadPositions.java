// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a job has read a topic: the state of {@link ReadTopic}. Immutable.
 *
 * @param partitions by number; those not read yet are missing
 */
record ReadPositions(Map<Integer, LogPosition> partitions) {
  static final ReadPositions NONE = new ReadPositions(Map.of());

  ReadPositions {
    partitions = Collections.unmodifiableMap(new TreeMap<>(partitions));
  }
}
