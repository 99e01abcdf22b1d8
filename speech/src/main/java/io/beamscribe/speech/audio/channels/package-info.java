// SPDX-License-Identifier: Apache-2.0
/** Levels of channels, and which of them become tracks. Works on decoded frames. */
@NullMarked
package io.beamscribe.speech.audio.channels;

import org.jspecify.annotations.NullMarked;
