// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import org.jspecify.annotations.Nullable;

/**
 * Where to begin reading a partition, so that no message is passed over in silence.
 *
 * @param start first message to read
 * @param missing number of messages before it that were deleted before they were read
 * @param truncated whether the partition has lost its end
 */
record Placement(LogPosition start, long missing, boolean truncated) {
  /** Messages that a partition holds: from the first, up to the one before the end. */
  record Range(long first, long end) {}

  /**
   * Decides where to begin.
   *
   * @param topic id of the topic as it is now
   * @param read where this job has read up to; null if it has read nothing
   * @param committed what the group has committed; null if nothing
   */
  static Placement of(
      String topic, Range range, @Nullable LogPosition read, @Nullable LogPosition committed) {
    LogPosition known = later(ofTopic(topic, read), ofTopic(topic, committed));
    if (known == null) {
      return new Placement(new LogPosition(topic, range.first()), 0, false);
    }
    if (known.next() > range.end()) {
      return new Placement(new LogPosition(LogName.afterLoss(known.log()), range.first()), 0, true);
    }
    return known.next() < range.first()
        ? new Placement(
            new LogPosition(known.log(), range.first()), range.first() - known.next(), false)
        : new Placement(known, 0, false);
  }

  /** Offsets of a deleted topic of the same name say nothing about this one. */
  private static @Nullable LogPosition ofTopic(String topic, @Nullable LogPosition position) {
    if (position == null) {
      return null;
    }
    if (position.log().isEmpty()) {
      return new LogPosition(topic, position.next()); // committed by another program
    }
    return LogName.sameTopic(topic, position.log()) ? position : null;
  }

  private static @Nullable LogPosition later(
      @Nullable LogPosition one, @Nullable LogPosition other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (!one.log().equals(other.log())) {
      return LogName.isLater(one.log(), other.log()) ? one : other;
    }
    return one.next() >= other.next() ? one : other;
  }
}
