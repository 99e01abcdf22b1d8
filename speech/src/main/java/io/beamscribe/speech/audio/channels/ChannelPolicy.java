// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.channels;

import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Decides from the statistics of a whole file what to recognise: which channels, each alone or as a
 * sum in which nothing cancels. A pure function of the statistics.
 *
 * @param layout as in {@link AudioFacts#layout}
 */
public record ChannelPolicy(String layout, List<Track> tracks) {
  static final String MONO = "mono";
  static final String DUAL_MONO = "dualMono";
  static final String ANTI_PHASE = "antiPhase";
  static final String MIXED = "mixed";
  static final String SPLIT = "split";

  /** A channel so far below the loudest one, and this quiet, is an unused input. */
  private static final int SILENT_BELOW = 20;

  private static final int STEADY_BELOW = 10;

  private static final double SAME = 0.9;
  private static final double UNRELATED = 0.5;
  private static final double INVERTED = -0.2;

  /**
   * @param centre index of the channel that is the front centre; -1 if there is none, or nothing
   *     tells
   */
  public static ChannelPolicy decide(ChannelMode mode, SignalStatistics signal, int centre) {
    int channels = signal.channels();
    if (channels == 1) {
      return new ChannelPolicy(MONO, List.of(new Track(0, List.of(1.0))));
    } else if (mode == ChannelMode.SPLIT) {
      return split(channels);
    }
    List<Integer> sounding = sounding(signal);
    if (sounding.size() == 1) {
      return new ChannelPolicy(MONO, List.of(only(sounding.get(0), channels)));
    } else if (channels > 2) {
      return new ChannelPolicy(
          MIXED, List.of(sum(VoiceWeights.of(sounding, signal, centre), signal)));
    }
    ChannelBalance balance = ChannelBalance.of(signal.levels());
    double correlation = signal.correlation(0, 1);
    if (mode == ChannelMode.AUTO && Math.abs(correlation) < UNRELATED && balance.eachDominates()) {
      return split(channels);
    }
    return one(signal, balance, correlation);
  }

  /**
   * If both channels have the same sound, in or out of phase or delayed, the louder one alone.
   * Otherwise the sum, or the difference if the channels oppose each other.
   */
  private static ChannelPolicy one(
      SignalStatistics signal, ChannelBalance balance, double correlation) {
    boolean delayed = balance.isSteady() && Math.abs(correlation) < UNRELATED;
    boolean same = balance.isSteady() && Math.abs(correlation) >= SAME;
    String layout = correlation < INVERTED ? ANTI_PHASE : same || delayed ? DUAL_MONO : MIXED;
    Track track =
        same || delayed
            ? only(signal.energy(0) >= signal.energy(1) ? 0 : 1, 2)
            : sum(new double[] {1, 1}, signal);
    return new ChannelPolicy(layout, List.of(track));
  }

  /** The channels that are not silent, ascending; all if all are silent. */
  private static List<Integer> sounding(SignalStatistics signal) {
    List<Integer> all = IntStream.range(0, signal.channels()).boxed().toList();
    int loudest = all.stream().mapToInt(c -> signal.levels().top(c)).max().orElseThrow();
    List<Integer> sounding = all.stream().filter(c -> !isSilent(signal, c, loudest)).toList();
    return sounding.isEmpty() ? all : sounding;
  }

  private static boolean isSilent(SignalStatistics signal, int channel, int loudest) {
    int top = signal.levels().top(channel);
    boolean unused = top < SignalStatistics.UNUSED_LEVEL && top <= loudest - SILENT_BELOW;
    boolean steady = signal.levels().liveliness(channel) < LevelStatistics.STEADY;
    return unused || (steady && top <= loudest - STEADY_BELOW);
  }

  private static ChannelPolicy split(int channels) {
    return new ChannelPolicy(
        SPLIT, IntStream.range(0, channels).mapToObj(c -> new Track(c, one(c, channels))).toList());
  }

  private static Track only(int channel, int channels) {
    return new Track(0, one(channel, channels));
  }

  private static List<Double> one(int channel, int channels) {
    List<Double> weights = new ArrayList<>(Collections.nCopies(channels, 0.0));
    weights.set(channel, 1.0);
    return weights;
  }

  /**
   * The weighted mean of channels, from the loudest on, each inverted if it opposes the sum so far.
   *
   * @param factors of the channels, 0 for those that are left out
   */
  private static Track sum(double[] factors, SignalStatistics signal) {
    double[] signed = new double[factors.length];
    IntStream.range(0, factors.length)
        .filter(channel -> factors[channel] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(c -> -loudness(c, factors, signal)))
        .forEach(c -> signed[c] = opposes(c, signed, signal) ? -factors[c] : factors[c]);
    double total = DoubleStream.of(factors).sum();
    return new Track(0, DoubleStream.of(signed).map(sign -> sign / total + 0.0).boxed().toList());
  }

  private static double loudness(int channel, double[] factors, SignalStatistics signal) {
    return signal.energy(channel) * factors[channel] * factors[channel];
  }

  private static boolean opposes(int channel, double[] signs, SignalStatistics signal) {
    double product = 0;
    double energy = 0;
    for (int one = 0; one < signs.length; one++) {
      product += signs[one] * signal.product(channel, one);
      for (int other = 0; other < signs.length; other++) {
        energy += signs[one] * signs[other] * signal.product(one, other);
      }
    }
    double scale = Math.sqrt(Math.max(0, energy) * signal.energy(channel));
    return scale > 0 && product / scale < INVERTED;
  }
}
