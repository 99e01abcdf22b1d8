// SPDX-License-Identifier: Apache-2.0
/**
 * The result of a file: words, readings in their forms, phrases, turns, flags, and where it all
 * comes from. Ground for engines, speakers and whatever is made of results; every format is made
 * from a {@code Transcript}, so each can be made again from the JSON alone.
 */
@NullMarked
package io.beamscribe.speech.transcript;

import org.jspecify.annotations.NullMarked;
