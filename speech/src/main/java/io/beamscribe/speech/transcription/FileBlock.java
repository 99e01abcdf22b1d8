// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few minutes of a file, and what all blocks of the file have in common; without its audio.
 *
 * @param fingerprint of audio, model and options
 * @param sha256 of the stored bytes
 * @param locale that was identified for the whole file; null where each block, or each segment, has
 *     its own way to it
 * @param index of this block, from 0
 * @param count of blocks that the file has
 */
public record FileBlock(
    String fingerprint,
    String sha256,
    AudioFacts facts,
    List<Track> tracks,
    SampleRange range,
    @Nullable String locale,
    int index,
    int count) {
  public FileBlock {
    tracks = List.copyOf(tracks);
  }
}
