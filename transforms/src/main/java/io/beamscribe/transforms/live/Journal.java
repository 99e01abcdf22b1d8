// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was told of sessions, which may be more than the state of a job knows that was restarted.
 * Thread-safe.
 */
interface Journal extends Serializable {
  /**
   * The last thing that was told of a session.
   *
   * @param begin offset of its first message
   */
  record Told(long begin, Resume resume, boolean ended) {}

  /**
   * Looks a session up, by all but its begin: the last one of its name counts.
   *
   * @param time of the oldest message of which something may have been told, in milliseconds since
   *     1970
   * @return null if nothing was told since then
   */
  @Nullable Told last(SessionKey key, long time);
}
