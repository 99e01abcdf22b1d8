// SPDX-License-Identifier: Apache-2.0
/** Reading a topic of Kafka, the object events in it, and committing offsets once work is done. */
@NullMarked
package io.beamscribe.transforms.events;

import org.jspecify.annotations.NullMarked;
