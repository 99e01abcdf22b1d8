// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * The result of a file. Immutable.
 *
 * @param voices for diarizing again without the audio; null without diarization
 * @param processingSeconds time that threads spent on its blocks
 */
public record FileTranscript(
    Transcript transcript, @Nullable KeptVoices voices, double processingSeconds) {}
