// SPDX-License-Identifier: Apache-2.0
/**
 * The result of a file: words, readings in their forms, phrases, turns, flags, and provenance.
 * Engines, speakers and everything made from results depend on it; every format is made from a
 * {@code Transcript}, so each can be made again from the JSON alone.
 */
@NullMarked
package io.beamscribe.speech.transcript;

import org.jspecify.annotations.NullMarked;
