// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.values.EventPosition;

/**
 * Progress of one event: how many files it names, or that one of them is finished.
 *
 * @param files how many files the event names; -1 if this is about one of them
 * @param ended index of the finished file; -1 if this is about the event
 */
public record OffsetChange(String topic, int partition, long offset, int files, int ended) {
  static OffsetChange begun(String topic, int partition, long offset, int files) {
    return new OffsetChange(topic, partition, offset, files, -1);
  }

  public static OffsetChange ended(EventPosition place) {
    return new OffsetChange(place.topic(), place.partition(), place.offset(), -1, place.index());
  }
}
