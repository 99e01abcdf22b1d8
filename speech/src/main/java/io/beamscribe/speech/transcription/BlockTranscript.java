// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SegmentSpan;
import java.util.List;

/**
 * A finished block of a long file, kept until the file is whole.
 *
 * @param index of the block in its file, from 0
 * @param flags what a reader should know of parts of it
 * @param segments what was recognised of the block
 * @param voices voices of each channel; empty without diarization
 * @param processingSeconds that threads spent on it
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
