package io.beamscribe.pipelines;

/** How a watch learns what there is. */
public enum WatchSource {
  /** It looks again and again. */
  POLL,
  /** The store tells, by events in Kafka. */
  KAFKA
}
