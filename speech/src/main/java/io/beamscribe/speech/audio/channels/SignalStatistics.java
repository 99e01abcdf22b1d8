// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

import io.beamscribe.speech.audio.Envelope;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.wav.PcmLayout;
import io.beamscribe.speech.audio.wav.PcmReader;
import java.util.Arrays;

/**
 * Statistics of the samples of a file, gathered block by block: level, peak, clipping, the {@link
 * Envelope}, and how the channels relate to each other. Works at the rate of the file; a frame of
 * the envelope begins at the sample whose time is the same or the next.
 */
public final class SignalStatistics implements PcmReader.Sink {
  /** Frames of the envelope in a window of the channel levels: 200 ms. */
  private static final int WINDOW = 10;

  private static final int MAX_CORRELATED = 16;

  /** Most that an unused input has, in dB relative to full scale. */
  static final int UNUSED_LEVEL = -60;

  /** A click is no more than this, a single word in an hour is. */
  private static final int UNUSED_PEAK = -30;

  private final int rate;
  private final int channels;
  private final float fullScale;
  private final LevelStatistics levels;
  private final double[] frameEnergy;
  private final double[] windowEnergy;
  private final double[][] products;
  private float[] envelope = new float[3000];
  private int envelopeFrames;
  private long frames;
  private long frameStart;
  private long frameEnd;
  private long windowStart;
  private float peak;
  private long clipped;

  public SignalStatistics(PcmLayout layout) {
    this.rate = layout.rate();
    this.channels = layout.channels();
    this.fullScale = layout.format().fullScale();
    this.levels = new LevelStatistics(channels);
    this.frameEnergy = new double[channels];
    this.windowEnergy = new double[channels];
    this.products = new double[channels][channels];
    this.frameEnd = frameStart(1);
  }

  @Override
  public void accept(float[] block, int count) {
    int done = 0;
    while (done < count) {
      int part = (int) Math.min(count - done, frameEnd - frames);
      add(block, done, done + part);
      done += part;
      frames += part;
      if (frames == frameEnd) {
        endFrame();
      }
    }
  }

  private void add(float[] block, int from, int to) {
    for (int channel = 0; channel < channels; channel++) {
      double energy = 0;
      float highest = peak;
      int over = 0;
      for (int i = from * channels + channel; i < to * channels; i += channels) {
        float sample = block[i];
        float magnitude = Math.abs(sample);
        energy += (double) sample * sample;
        highest = Math.max(highest, magnitude);
        over += magnitude >= fullScale ? 1 : 0;
      }
      frameEnergy[channel] += energy;
      peak = highest;
      clipped += over;
    }
    for (int one = 0; one < Math.min(channels, MAX_CORRELATED); one++) {
      for (int other = 0; other < one; other++) {
        products[one][other] += product(block, from, to, one, other);
      }
    }
  }

  private double product(float[] block, int from, int to, int one, int other) {
    double sum = 0;
    for (int i = from * channels; i < to * channels; i += channels) {
      sum += (double) block[i + one] * block[i + other];
    }
    return sum;
  }

  private void endFrame() {
    double loudest = 0;
    for (int channel = 0; channel < channels; channel++) {
      loudest = Math.max(loudest, frameEnergy[channel]);
      windowEnergy[channel] += frameEnergy[channel];
      products[channel][channel] += frameEnergy[channel];
      frameEnergy[channel] = 0;
    }
    if (envelopeFrames == envelope.length) {
      envelope = Arrays.copyOf(envelope, envelope.length * 2);
    }
    envelope[envelopeFrames++] = (float) (loudest / Math.max(1, frames - frameStart));
    frameStart = frames;
    frameEnd = frameStart(envelopeFrames + 1);
    if (envelopeFrames % WINDOW == 0) {
      endWindow();
    }
  }

  private void endWindow() {
    for (int channel = 0; channel < channels; channel++) {
      windowEnergy[channel] /= Math.max(1, frames - windowStart);
    }
    levels.add(windowEnergy);
    Arrays.fill(windowEnergy, 0);
    windowStart = frames;
  }

  private long frameStart(long index) {
    return PcmLayout.ceilDiv(index * Envelope.FRAME * rate, SampleRange.RATE);
  }

  /** Ends the last frame and window, which may be short; once, after the last sample. */
  public SignalStatistics finish() {
    if (frames > frameStart) {
      endFrame();
    }
    if (frames > windowStart) {
      endWindow();
    }
    return this;
  }

  /** Samples of one channel. */
  public long frames() {
    return frames;
  }

  int channels() {
    return channels;
  }

  LevelStatistics levels() {
    return levels;
  }

  public Envelope envelope() {
    return new Envelope(Arrays.copyOf(envelope, envelopeFrames));
  }

  public double clippingShare() {
    return frames == 0 ? 0 : clipped / (double) (frames * channels);
  }

  public double peakDbfs() {
    return LevelStatistics.dbfs((double) peak * peak);
  }

  /** Whether there is nothing but the noise of an input that nobody uses. */
  public boolean isSilent() {
    for (int channel = 0; channel < channels; channel++) {
      if (levels.quantile(channel, 0.99) >= UNUSED_LEVEL) {
        return false;
      }
    }
    return peakDbfs() < UNUSED_PEAK;
  }

  public double levelDbfs() {
    double energy = 0;
    for (int channel = 0; channel < channels; channel++) {
      energy += energy(channel);
    }
    return LevelStatistics.dbfs(energy / Math.max(1, frames * channels));
  }

  double energy(int channel) {
    return products[channel][channel];
  }

  /** Sum of the products of two channels; 0 for those past the sixteenth. */
  double product(int one, int other) {
    return products[Math.max(one, other)][Math.min(one, other)];
  }

  /** Correlation of two channels over the whole file, from -1 to 1. */
  double correlation(int one, int other) {
    double energies = Math.sqrt(energy(one) * energy(other));
    return energies == 0 ? 0 : product(one, other) / energies;
  }
}
