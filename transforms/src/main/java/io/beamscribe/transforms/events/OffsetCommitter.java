// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.io.Serializable;
import org.apache.kafka.common.TopicPartition;

/** Stores the offsets of a consumer group. Not thread-safe. */
interface OffsetCommitter extends Serializable, AutoCloseable {
  /**
   * Commits the next offset to read, unless the group has come further, or has gone on to later
   * messages than those of this log.
   *
   * @param log which topic of this name the offset is of; see {@link LogName}
   * @return false on failure; the caller then retries later, and nothing waits for it
   */
  boolean commit(TopicPartition partition, String log, long next);

  @Override
  void close();
}
