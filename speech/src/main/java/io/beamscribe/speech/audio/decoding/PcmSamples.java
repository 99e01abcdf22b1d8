// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.ReadErrors;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/** Uncompressed samples that can be read at any place: those of a WAV file or of a spool. */
final class PcmSamples {
  private final String name;
  private final PcmLayout layout;
  private final Store store;

  /** Reads stored bytes from a position on. */
  interface Store {
    ReadableByteChannel from(long position) throws IOException;
  }

  PcmSamples(String name, PcmLayout layout, Store store) {
    this.name = name;
    this.layout = layout;
    this.store = store;
  }

  /** See {@link DecodedAudio#read}. */
  float[] read(Track track, SampleRange range) throws SpeechException {
    if (track.weights().size() != layout.channels()) {
      throw new IllegalArgumentException("the track is not of a file of these channels: " + track);
    }
    long end = Math.min(range.end(), layout.samples());
    if (range.start() >= end) {
      return new float[0];
    }
    int wanted = Math.toIntExact(end - range.start());
    return layout.rate() == SampleRange.RATE
        ? direct(track, range.start(), wanted)
        : resampled(track, range.start(), wanted);
  }

  private float[] direct(Track track, long start, int wanted) throws SpeechException {
    float[] samples = new float[wanted];
    int[] at = {0};
    try {
      mix(
          track,
          start,
          start + wanted,
          (block, count) -> {
            System.arraycopy(block, 0, samples, at[0], count);
            at[0] += count;
          });
    } catch (IOException e) {
      throw ReadErrors.of(name, e);
    }
    return samples;
  }

  private float[] resampled(Track track, long start, int wanted) throws SpeechException {
    long firstSecond = Math.max(0, start / SampleRange.RATE - Resampling.MARGIN);
    long lastSecond = PcmLayout.ceilDiv(start + wanted, SampleRange.RATE) + Resampling.MARGIN;
    long first = firstSecond * layout.rate();
    long end = Math.min(lastSecond * layout.rate(), layout.frames());
    int drop = (int) (start - firstSecond * SampleRange.RATE);
    return Resampling.run(name, layout.rate(), sink -> mix(track, first, end, sink), drop, wanted);
  }

  /** Mixes a track from one frame of the file to another, at the rate of the file. */
  private void mix(Track track, long first, long end, Resampling.FloatSink sink)
      throws IOException {
    float[] weights = new float[layout.channels()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = track.weights().get(i).floatValue();
    }
    try (ReadableByteChannel channel = store.from(layout.start() + first * layout.frameBytes())) {
      PcmReader.read(
          channel,
          layout,
          end - first,
          (block, frames) -> {
            mixInPlace(block, frames, weights);
            sink.accept(block, frames);
          });
    }
  }

  private static void mixInPlace(float[] block, int frames, float[] weights) {
    int channels = weights.length;
    for (int frame = 0; frame < frames; frame++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += weights[channel] * block[frame * channels + channel];
      }
      block[frame] = sum;
    }
  }
}
