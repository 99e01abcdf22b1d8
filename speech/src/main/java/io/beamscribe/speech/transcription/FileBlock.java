// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few minutes of a file, and what all blocks of the file have in common; without its audio.
 * Immutable.
 *
 * @param fingerprint of audio, model and options
 * @param sha256 of the stored bytes
 * @param locale identified for the whole file; null if it was not, or each block or segment is
 *     identified by itself
 * @param index of this block, from 0
 * @param count number of blocks of the file
 * @param notes what readers should know of the file
 * @param preparationSeconds that a thread spent on opening and cutting the file; counted with its
 *     first block, 0 in the others
 */
public record FileBlock(
    String fingerprint,
    String sha256,
    AudioFacts facts,
    List<Track> tracks,
    SampleRange range,
    @Nullable String locale,
    int index,
    int count,
    List<AudioNote> notes,
    double preparationSeconds) {
  public FileBlock {
    tracks = List.copyOf(tracks);
    notes = List.copyOf(notes);
  }
}
