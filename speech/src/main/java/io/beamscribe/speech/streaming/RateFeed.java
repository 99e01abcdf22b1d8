// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.wav.PcmLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Samples without compression of another rate than 16 kHz: mixed here, resampled by ffmpeg. */
final class RateFeed implements LiveAudio {
  private static final float SCALE = 32_768;

  private final LiveAudio samples;
  private final FfmpegFeed resampler;

  RateFeed(PcmLayout layout, Sink sink) throws SpeechException {
    List<String> input = List.of("-f", "f32le", "-ar", "" + layout.rate(), "-ac", "1");
    this.resampler = new FfmpegFeed(input, sink);
    this.samples = new PcmFeed(layout, this::resample);
  }

  private void resample(float[] mono, int count) throws SpeechException {
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(mono[i] / SCALE);
    }
    resampler.accept(bytes.array());
  }

  @Override
  public void accept(byte[] bytes) throws SpeechException {
    samples.accept(bytes);
  }

  @Override
  public void finish() throws SpeechException {
    samples.finish();
    resampler.finish();
  }

  @Override
  public void close() {
    resampler.close();
  }
}
