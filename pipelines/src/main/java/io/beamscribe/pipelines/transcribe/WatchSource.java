// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

/** How a watch learns what there is. */
public enum WatchSource {
  /** It looks again and again. */
  POLL,
  /** The store tells, by events in Kafka. */
  KAFKA
}
