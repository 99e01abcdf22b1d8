package io.beamscribe.transforms.values;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import java.util.List;

/**
 * A reference to a few minutes of a file: what crosses the network instead of audio.
 *
 * @param fingerprint of audio, model and options
 * @param sha256 of the stored bytes
 * @param locale that was decided for the whole file; null where each block, or each segment, has
 *     its own way to it
 * @param index of this block, from 0
 * @param count of blocks that the file has
 */
public record AudioBlock(
    AudioFile file,
    String fingerprint,
    String sha256,
    AudioFacts facts,
    List<Track> tracks,
    SampleRange range,
    String locale,
    int index,
    int count) {
  public AudioBlock {
    tracks = List.copyOf(tracks);
  }
}
