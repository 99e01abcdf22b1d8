// SPDX-License-Identifier: Apache-2.0
/** Tells other programs what has become of each file, through a topic of Kafka. */
@NullMarked
package io.beamscribe.transforms.publishing;

import org.jspecify.annotations.NullMarked;
