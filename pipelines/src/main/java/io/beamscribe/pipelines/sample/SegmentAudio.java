// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.sample;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.sampling.Segment;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the audio of segments, from the channel on which they were recognised. */
final class SegmentAudio implements AutoCloseable {
  private final StorageSettings storage;
  private final AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());

  /** Those of a file are found by reading all of it, which is done once. */
  private final Map<String, List<Track>> tracks = new HashMap<>();

  SegmentAudio(StorageSettings storage) {
    this.storage = storage;
  }

  /**
   * The samples of a segment.
   *
   * @throws SpeechException if the audio cannot be read any more, or has no such place
   */
  float[] read(Segment segment) throws SpeechException {
    try (DecodedAudio audio = decoder.open(StoredAudio.of(segment.source(), storage))) {
      List<Track> known = tracks.get(segment.source());
      if (known == null) {
        // As a transcription chooses them, and as it does when it is told to split.
        known =
            Stream.concat(
                    audio.profile(ChannelMode.AUTO).tracks().stream(),
                    audio.profile(ChannelMode.SPLIT).tracks().stream())
                .toList();
        tracks.put(segment.source(), known);
      }
      Track track =
          known.stream()
              .filter(each -> each.channel() == segment.channel())
              .findFirst()
              .orElseThrow(() -> changed(segment));
      SampleRange range =
          SampleRange.ofMillis(segment.startMilliseconds(), segment.endMilliseconds());
      float[] samples = audio.read(track, range);
      // The last phrase may end a little after the audio.
      if (samples.length < range.length() / 2) {
        throw changed(segment);
      }
      return samples;
    }
  }

  private static SpeechException changed(Segment segment) {
    return new SpeechException(
        ErrorKind.INVALID_AUDIO, segment.source() + " is not the audio that was transcribed.");
  }

  @Override
  public void close() {
    decoder.close();
  }
}
