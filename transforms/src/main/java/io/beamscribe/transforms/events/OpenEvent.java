// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event with unfinished files, as far as is known.
 *
 * @param files number of files it names; -1 while unknown
 * @param ended indexes of the finished files, each once
 */
record OpenEvent(int files, List<Integer> ended) {
  static final OpenEvent UNKNOWN = new OpenEvent(-1, List.of());

  OpenEvent {
    ended = List.copyOf(ended);
  }

  OpenEvent with(OffsetChange change) {
    return change.ended() < 0
        ? new OpenEvent(change.files(), ended)
        : new OpenEvent(
            files, Stream.concat(ended.stream(), Stream.of(change.ended())).distinct().toList());
  }

  boolean isDone() {
    return files >= 0 && ended.size() >= files;
  }
}
