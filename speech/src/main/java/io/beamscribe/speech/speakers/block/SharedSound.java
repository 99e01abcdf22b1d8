// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import io.beamscribe.speech.speakers.block.BlockVoices.Copy;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which chunks of a channel have the sound of another channel, as echoes have, crosstalk, and
 * channels that were mixed: by the greatest correlation of their samples over delays. Unrelated
 * speech hardly reaches .2, an echo over a telephone or in a room .4 to 1. A pure function of its
 * arguments.
 */
public final class SharedSound {
  /** Delays in {@link LowSound}: an echo comes up to 0.4 s after the sound, hardly before it. */
  private static final int LATEST = 1600;

  private static final int EARLIEST = 40;

  /** Share of the energy of a chunk below which another channel is silent. */
  private static final double SILENT = .25;

  /** Energy below which a part of a sound is nothing, as a share of its loudest part. */
  private static final double NOTHING = 1e-3;

  private SharedSound() {}

  /**
   * Notes for each chunk in which other channel its sound is, if in any.
   *
   * @param voices of one block, one item a channel
   * @param sounds of these channels, in the same order
   * @param start of the block in its file, in samples
   */
  public static List<BlockVoices> noted(
      List<BlockVoices> voices, List<LowSound> sounds, long start) {
    if (voices.size() < 2) {
      return voices;
    }
    List<BlockVoices> noted = new ArrayList<>();
    for (int i = 0; i < voices.size(); i++) {
      BlockVoices own = voices.get(i);
      List<SpeechChunk> chunks = new ArrayList<>();
      for (SpeechChunk chunk : own.stretches()) {
        chunks.add(chunk.with(copy(i, chunk, voices, sounds, start)));
      }
      noted.add(new BlockVoices(own.channel(), chunks, own.locals(), own.overlaps()));
    }
    return noted;
  }

  private static Copy copy(
      int own, SpeechChunk chunk, List<BlockVoices> voices, List<LowSound> sounds, long start) {
    int from = (int) ((chunk.start() - start) / LowSound.FACTOR);
    int to = Math.min(sounds.get(own).length(), (int) ((chunk.end() - start) / LowSound.FACTOR));
    Copy best = new Copy(voices.get(own).channel(), 0, 0);
    for (int other = 0; other < sounds.size(); other++) {
      Copy found =
          other == own || to - from < 2
              ? null
              : copy(sounds.get(own), from, to, voices.get(other).channel(), sounds.get(other));
      if (found != null && found.likeness() > best.likeness()) {
        best = found;
      }
    }
    return best;
  }

  /** How alike a part of a sound is to another; null if that is silent meanwhile. */
  private static @Nullable Copy copy(LowSound own, int from, int to, int channel, LowSound other) {
    int length = to - from;
    int delays = LATEST + EARLIEST + 1;
    double[] energies = new double[delays];
    double energy = 0;
    double ownEnergy = 0;
    for (int i = from; i < to; i++) {
      ownEnergy += own.at(i) * own.at(i);
      energy += other.at(i - LATEST) * other.at(i - LATEST);
    }
    double loudest = 0;
    for (int delay = 0; delay < delays; delay++) {
      energies[delay] = Math.max(0, energy);
      loudest = Math.max(loudest, energy);
      float leaving = other.at(from - LATEST + delay);
      float coming = other.at(to - LATEST + delay);
      energy += coming * coming - leaving * leaving;
    }
    if (loudest <= SILENT * ownEnergy) {
      return null;
    }
    double[] products = products(own, from, length, other, delays);
    int best = 0;
    double most = 0;
    for (int delay = 0; delay < delays; delay++) {
      double scale = Math.max(energies[delay], NOTHING * loudest) * ownEnergy;
      double likeness = scale > 0 ? Math.abs(products[delay]) / Math.sqrt(scale) : 0;
      if (likeness > most) {
        most = likeness;
        best = delay;
      }
    }
    return new Copy(
        channel,
        rounded(Math.min(1, most)),
        ownEnergy > 0 ? rounded(energies[best] / ownEnergy) : 0);
  }

  /** The inner product of a part of a sound with another at each delay, from the longest on. */
  private static double[] products(LowSound own, int from, int length, LowSound other, int delays) {
    Fourier fourier = new Fourier(length + delays);
    int size = fourier.size();
    double[] real = new double[size];
    double[] imaginary = new double[size];
    for (int i = 0; i < length + delays; i++) {
      real[i] = other.at(from - LATEST + i);
      imaginary[i] = i < length ? own.at(from + i) : 0;
    }
    fourier.transform(real, imaginary);
    double[] crossReal = new double[size];
    double[] crossImaginary = new double[size];
    for (int i = 0; i < size; i++) {
      int mirror = (size - i) % size;
      double otherReal = (real[i] + real[mirror]) / 2;
      double otherImaginary = (imaginary[i] - imaginary[mirror]) / 2;
      double ownReal = (imaginary[i] + imaginary[mirror]) / 2;
      double ownImaginary = (real[mirror] - real[i]) / 2;
      crossReal[i] = otherReal * ownReal + otherImaginary * ownImaginary;
      // conjugated, so that the same transform leads back
      crossImaginary[i] = otherReal * ownImaginary - otherImaginary * ownReal;
    }
    fourier.transform(crossReal, crossImaginary);
    double[] products = new double[delays];
    for (int i = 0; i < delays; i++) {
      products[i] = crossReal[i] / size;
    }
    return products;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
