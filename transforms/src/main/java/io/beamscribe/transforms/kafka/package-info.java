// SPDX-License-Identifier: Apache-2.0
/** What all clients of Kafka share. Knows nothing of events or results. */
@NullMarked
package io.beamscribe.transforms.kafka;

import org.jspecify.annotations.NullMarked;
