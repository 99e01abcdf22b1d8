// SPDX-License-Identifier: Apache-2.0
/**
 * From a source to samples at 16 kHz: native WAV, a child process for the rest, and the bounded
 * spool of decoded audio that threads of a process share.
 */
@NullMarked
package io.beamscribe.speech.audio.decoding;

import org.jspecify.annotations.NullMarked;
