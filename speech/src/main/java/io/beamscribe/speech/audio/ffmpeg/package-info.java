// SPDX-License-Identifier: Apache-2.0
/**
 * The bundled FFmpeg program: where it is, its child process with limits, and what its messages
 * mean.
 */
@NullMarked
package io.beamscribe.speech.audio.ffmpeg;

import org.jspecify.annotations.NullMarked;
