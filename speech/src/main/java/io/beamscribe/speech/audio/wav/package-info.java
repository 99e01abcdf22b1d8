// SPDX-License-Identifier: Apache-2.0
/**
 * WAV of every kind, read by ranges: headers, sample formats, frames. Untrusted bytes; decodes no
 * other container.
 */
@NullMarked
package io.beamscribe.speech.audio.wav;

import org.jspecify.annotations.NullMarked;
