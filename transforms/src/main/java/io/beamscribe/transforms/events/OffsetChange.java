// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.transforms.values.EventPosition;

/**
 * News of an event on its way.
 *
 * @param files how many files it tells of; -1 where this is about one of them
 * @param ended index of the file that has ended; -1 where this is about the event
 */
public record OffsetChange(String topic, int partition, long offset, int files, int ended) {
  static OffsetChange begun(String topic, int partition, long offset, int files) {
    return new OffsetChange(topic, partition, offset, files, -1);
  }

  public static OffsetChange ended(EventPosition place) {
    return new OffsetChange(place.topic(), place.partition(), place.offset(), -1, place.index());
  }
}
