// SPDX-License-Identifier: Apache-2.0
/**
 * Speech that comes in chunks of many sessions, as from a topic, and is recognised while it is
 * spoken; with {@code TranscribeTopic}, from a topic to a topic. Not here: files, however they
 * come.
 */
@NullMarked
package io.beamscribe.transforms.live;

import org.jspecify.annotations.NullMarked;
