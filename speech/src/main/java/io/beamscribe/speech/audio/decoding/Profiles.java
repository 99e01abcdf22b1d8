// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.channels.ChannelPolicy;
import io.beamscribe.speech.audio.channels.SignalStatistics;
import io.beamscribe.speech.audio.wav.PcmLayout;

/** Assembles the profile from what one pass over a file has found. */
final class Profiles {
  private Profiles() {}

  static AudioProfile of(
      String name,
      String sha256,
      ChannelMode mode,
      Decoded.Origin origin,
      PcmLayout layout,
      SignalStatistics signal)
      throws SpeechException {
    if (signal.frames() == 0) {
      throw new SpeechException(ErrorKind.EMPTY_AUDIO, name + " holds not one sample of audio.");
    }
    ChannelPolicy channels = ChannelPolicy.decide(mode, signal, origin.centre());
    AudioFacts facts =
        new AudioFacts(
            origin.container(),
            origin.codec(),
            origin.rate(),
            origin.channels(),
            signal.frames() * 1000 / layout.rate(),
            origin.headerMillis(),
            signal.clippingShare(),
            signal.peakDbfs(),
            signal.levelDbfs(),
            origin.rate() == null ? null : origin.rate() < SampleRange.RATE,
            channels.layout(),
            origin.truncated());
    return new AudioProfile(
        sha256, layout.samples(), channels.tracks(), facts, signal.envelope(), origin.notes());
  }
}
