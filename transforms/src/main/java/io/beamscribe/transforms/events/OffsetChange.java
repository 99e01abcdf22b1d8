// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.values.EventPosition;

/**
 * Progress of one event: how many files it names, or that one of them is finished.
 *
 * @param log identifies the topic among those that had its name; see {@link LogName}
 * @param files how many files the event names; -1 if this is about one of them
 * @param ended index of the finished file; -1 if this is about the event
 */
public record OffsetChange(
    String topic, String log, int partition, long offset, int files, int ended) {
  public static OffsetChange begun(LogMessage message, int files) {
    return new OffsetChange(
        message.topic(), message.log(), message.partition(), message.offset(), files, -1);
  }

  public static OffsetChange ended(EventPosition place) {
    return new OffsetChange(
        place.topic(), place.log(), place.partition(), place.offset(), -1, place.index());
  }
}
