// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import org.apache.beam.sdk.annotations.Internal;

/**
 * Position of a file in an event log.
 *
 * @param log identifies the topic among those that had its name
 * @param offset of the event in its partition
 * @param index of the file among those of the event, from 0
 */
@Internal
public record EventPosition(String topic, String log, int partition, long offset, int index) {}
