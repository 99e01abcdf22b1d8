// SPDX-License-Identifier: Apache-2.0
/**
 * Favours listed phrases while Whisper's search goes on: what they are worth, how they may be
 * written in tokens, and what a hypothesis has of them. Knows nothing of the search.
 */
@NullMarked
package io.beamscribe.speech.recognition.whisper.biasing;

import org.jspecify.annotations.NullMarked;
