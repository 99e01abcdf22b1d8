// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * The result of a file.
 *
 * @param voices from which speakers can be detected again without the audio; null where they were
 *     not detected
 * @param processingSeconds that threads spent on its blocks
 */
public record FileTranscript(
    Transcript transcript, @Nullable KeptVoices voices, double processingSeconds) {}
