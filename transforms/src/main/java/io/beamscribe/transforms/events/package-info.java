// SPDX-License-Identifier: Apache-2.0
/** Object events from Kafka, and committing their offsets once their files are done. */
@NullMarked
package io.beamscribe.transforms.events;

import org.jspecify.annotations.NullMarked;
