// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.VoiceEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Embeds the voices of files with the real models. */
final class Conversation implements AutoCloseable {
  private final SpeechDetector detector;
  private final VoiceEmbedder listener;
  private final AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());

  Conversation() throws Exception {
    detector = new SpeechDetector(RealModels.get("silero-vad").folder());
    listener =
        new VoiceEmbedder(
            RealModels.get("pyannote-segmentation-3").folder(),
            RealModels.get("campplus").folder());
  }

  /** The voices of all tracks, in blocks of this many seconds. */
  List<BlockVoices> voices(Path file, int seconds) throws Exception {
    List<BlockVoices> blocks = new ArrayList<>();
    try (DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      for (Track track : profile.tracks()) {
        for (long start = 0; start < profile.samples(); start += seconds * 16_000L) {
          long end = Math.min(profile.samples(), start + seconds * 16_000L);
          SampleRange range = new SampleRange(start, end);
          blocks.add(listen(track.channel(), range, audio.read(track, range)));
        }
      }
    }
    return blocks;
  }

  BlockVoices listen(int channel, SampleRange range, float[] samples) throws Exception {
    return listener.listen(channel, range, samples, detector.probabilities(samples));
  }

  @Override
  public void close() {
    decoder.close();
    listener.close();
    detector.close();
  }
}
