// SPDX-License-Identifier: Apache-2.0
/**
 * What ffmpeg's demuxers do not tell of how a file is put together. Looks at containers only, never
 * at what is in them.
 */
@NullMarked
package io.beamscribe.speech.audio.containers;

import org.jspecify.annotations.NullMarked;
