// SPDX-License-Identifier: Apache-2.0
/**
 * Who speaks when. Each block of audio is processed by itself ({@link
 * io.beamscribe.speech.speakers.block.VoiceEmbedder}), in parallel with others; its result is small
 * ({@link io.beamscribe.speech.speakers.block.BlockVoices}) and is combined for a whole file
 * ({@link io.beamscribe.speech.speakers.Diarizer}). Method and constants are described in
 * docs/speakers.md. Not here: detecting speech, recognising it, and writing results.
 */
@NullMarked
package io.beamscribe.speech.speakers;

import org.jspecify.annotations.NullMarked;
