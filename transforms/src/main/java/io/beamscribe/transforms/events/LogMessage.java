// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import org.jspecify.annotations.Nullable;

/**
 * A message of a topic, or the place of messages that were deleted before they could be read.
 *
 * @param log identifies the topic among those that had its name; see {@link LogName}
 * @param offset of the message, or of the last one deleted
 * @param value null for a tombstone
 * @param missing number of messages deleted; 0 if this is a message
 */
record LogMessage(
    String topic, String log, int partition, long offset, byte @Nullable [] value, long missing) {}
