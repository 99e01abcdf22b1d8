// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.channels.SignalStatistics;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.OptionalDouble;

/** A WAV file whose samples are read where they are stored. */
public final class WavAudio implements DecodedAudio {
  private final AudioSource source;
  private final AudioKind kind;
  private final PcmLayout layout;
  private final int centre;

  /**
   * @param centre index of the channel in the front centre; -1 if there is none
   */
  public WavAudio(AudioSource source, AudioKind kind, PcmLayout layout, int centre) {
    this.source = source;
    this.kind = kind;
    this.layout = layout;
    this.centre = centre;
  }

  @Override
  public AudioProfile profile(ChannelMode mode) throws SpeechException {
    SignalStatistics signal = new SignalStatistics(layout);
    String sha256;
    try (HashingChannel channel = new HashingChannel(source.open())) {
      channel.pass(layout.start());
      PcmReader.read(channel, layout, layout.frames(), signal);
      sha256 = channel.drain().sha256();
    } catch (IOException e) {
      throw ReadErrors.of(source.name(), e);
    }
    long claimed = layout.claimedFrames();
    Decoded.Origin origin =
        new Decoded.Origin(
            kind.label(),
            layout.codec(),
            layout.rate(),
            layout.channels(),
            centre,
            claimed < 0 ? -1 : claimed * 1000 / layout.rate(),
            claimed > signal.frames(),
            List.of());
    return Profiles.of(source.name(), sha256, mode, origin, layout, signal.finish());
  }

  @Override
  public OptionalDouble toldSeconds() {
    return OptionalDouble.of((double) layout.frames() / layout.rate());
  }

  @Override
  public float[] read(Track track, SampleRange range) throws SpeechException {
    return new PcmSamples(source.name(), layout, this::from).read(track, range);
  }

  private ReadableByteChannel from(long position) throws IOException {
    ReadableByteChannel channel = source.open();
    try {
      ByteChannels.skip(channel, position);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {}
}
