// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.io.Serializable;
import org.apache.kafka.common.TopicPartition;

/** Keeps how far a group has come. Not thread-safe. */
interface OffsetCommitter extends Serializable, AutoCloseable {
  /**
   * Keeps the offset from which to read.
   *
   * @return whether it is kept; if not, it is tried again, and nothing waits for it
   */
  boolean commit(TopicPartition partition, long next);

  @Override
  void close();
}
