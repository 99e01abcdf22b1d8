// SPDX-License-Identifier: Apache-2.0
/**
 * Learns from a text what to favour in a Whisper model's search: the words and sequences that the
 * model itself does not expect.
 */
@NullMarked
package io.beamscribe.speech.recognition.whisper.adaptation;

import org.jspecify.annotations.NullMarked;
