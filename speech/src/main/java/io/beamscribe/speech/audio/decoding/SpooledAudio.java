// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.channels.SignalStatistics;
import io.beamscribe.speech.audio.sniff.Sniffed;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import io.beamscribe.speech.sharing.Lease;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Any file but WAV: decoded at its first use into a spool that all its readers share. */
final class SpooledAudio implements DecodedAudio {
  private final AudioSource source;
  private final Sniffed found;
  private final Transcoder transcoder;
  private final SpoolCache cache;
  private @Nullable Lease<Decoded> lease;
  private boolean closed;

  SpooledAudio(AudioSource source, Sniffed found, Transcoder transcoder, SpoolCache cache) {
    this.source = source;
    this.found = found;
    this.transcoder = transcoder;
    this.cache = cache;
  }

  @Override
  public AudioProfile profile(ChannelMode mode) throws SpeechException {
    Decoded decoded = decoded();
    PcmLayout layout = decoded.layout();
    SignalStatistics signal = new SignalStatistics(layout);
    try {
      PcmReader.read(decoded.from(0), layout, layout.frames(), signal);
    } catch (IOException e) {
      throw ReadErrors.of(source.name(), e);
    }
    return Profiles.of(
        source.name(), decoded.sha256(), mode, decoded.origin(), layout, signal.finish());
  }

  @Override
  public float[] read(Track track, SampleRange range) throws SpeechException {
    Decoded decoded = decoded();
    return new PcmSamples(source.name(), decoded.layout(), decoded::from).read(track, range);
  }

  private synchronized Decoded decoded() throws SpeechException {
    if (closed) {
      throw new IllegalStateException(source.name() + " was closed");
    }
    if (lease == null) {
      lease = cache.lease(source.identity(), () -> transcoder.decode(source, found));
    }
    return lease.value();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (lease != null) {
      lease.close();
    }
  }
}
