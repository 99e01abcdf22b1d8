// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SegmentSpan;
import java.util.List;

/**
 * The transcript of one block, kept until its file is complete. Immutable.
 *
 * @param index of the block in its file, from 0
 * @param flags what readers should know about parts of it
 * @param segments the recognised time ranges
 * @param voices voices of each channel; empty without diarization
 * @param processingSeconds time that threads spent on it
 */
public record BlockTranscript(
    int index,
    List<Phrase> phrases,
    List<Flag> flags,
    List<SegmentSpan> segments,
    List<BlockVoices> voices,
    double processingSeconds) {
  public BlockTranscript {
    phrases = List.copyOf(phrases);
    flags = List.copyOf(flags);
    segments = List.copyOf(segments);
    voices = List.copyOf(voices);
  }
}
