// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.transforms.events.ReadPositions;
import java.util.Map;

/**
 * How far a topic of audio was read: the state of {@link ReadAudioFn}. Immutable.
 *
 * @param open the sessions that have not ended, by partition and name
 */
record TopicSessions(ReadPositions positions, Map<String, SessionPlace> open) {
  static final TopicSessions NONE = new TopicSessions(ReadPositions.NONE, Map.of());

  TopicSessions {
    open = Map.copyOf(open);
  }
}
