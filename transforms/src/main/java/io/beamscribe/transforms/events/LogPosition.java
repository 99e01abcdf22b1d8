// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import org.apache.beam.sdk.annotations.Internal;

/**
 * Where to read on in a partition.
 *
 * @param log which topic of this name the offset is of; see {@link LogName}
 * @param next offset of the next message
 */
@Internal
public record LogPosition(String log, long next) {}
