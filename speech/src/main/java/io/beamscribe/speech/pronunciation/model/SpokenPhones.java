// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import io.beamscribe.speech.recognition.ForcedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned text as numbers of its phones, as {@code training/pronunciation/features.py} has them.
 */
final class SpokenPhones {
  /** Columns of {@link #base}. */
  static final int MEAN = 0;

  static final int MARGIN = 3;
  static final int POWER = 4;
  static final int SILENT = 5;
  static final int ENTROPY = 6;
  static final int LENGTH = 7;
  static final int RELATIVE_LENGTH = 8;

  private static final double QUARTER = 0.25;

  final Posteriors posteriors;
  final List<AlignedPhone> spoken;

  /** Silences between the first and the last phone. */
  final List<AlignedPhone> pauses;

  final int first;
  final int last;

  /** The phones of each word, by number. */
  final int[][] ofWord;

  /** Columns of each phone. */
  final double[][] base;

  /** Log probabilities of the tokens of each word, and how far they were behind. */
  final double[][] forced;

  final double[][] leads;
  final double[] allForced;
  final double[] allLeads;

  /** How much longer the phones are than usual, as a logarithm. */
  final double tempo;

  SpokenPhones(
      Posteriors posteriors,
      List<AlignedPhone> aligned,
      int words,
      ForcedText text,
      double[] durations) {
    this.posteriors = posteriors;
    this.spoken = aligned.stream().filter(phone -> !phone.isSilence()).toList();
    this.first = spoken.get(0).from();
    this.last = spoken.get(spoken.size() - 1).to();
    this.pauses =
        aligned.stream()
            .filter(phone -> phone.isSilence() && phone.from() >= first && phone.to() <= last)
            .toList();
    this.ofWord = new int[words][];
    for (int word = 0; word < words; word++) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < spoken.size(); i++) {
        if (spoken.get(i).word() == word) {
          own.add(i);
        }
      }
      ofWord[word] = own.stream().mapToInt(Integer::intValue).toArray();
    }
    forced = text.words().stream().map(w -> array(w.logProbabilities())).toArray(double[][]::new);
    leads = text.words().stream().map(w -> array(w.leads())).toArray(double[][]::new);
    allForced = Arrays.stream(forced).flatMapToDouble(Arrays::stream).toArray();
    allLeads = Arrays.stream(leads).flatMapToDouble(Arrays::stream).toArray();
    base = spoken.stream().map(phone -> base(phone, durations)).toArray(double[][]::new);
    tempo = Numbers.median(column(RELATIVE_LENGTH));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  double[] column(int number) {
    return Arrays.stream(base).mapToDouble(row -> row[number]).toArray();
  }

  private double[] base(AlignedPhone phone, double[] durations) {
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double margin = 0;
    double power = 0;
    double entropy = 0;
    for (int t = phone.from(); t < phone.to(); t++) {
      float[] log = posteriors.log()[t];
      float rest = Float.NEGATIVE_INFINITY;
      for (int other = 0; other < log.length; other++) {
        entropy -= Math.exp(log[other]) * log[other];
        if (other != phone.phone() && other != Posteriors.SILENCE) {
          rest = Math.max(rest, log[other]);
        }
      }
      float own = log[phone.phone()];
      greatest = Math.max(greatest, own);
      least = Math.min(least, own);
      margin += own - rest;
      power += Math.exp(own);
    }
    int frames = phone.frames();
    double length = Math.log(frames);
    return new double[] {
      posteriors.mean(phone.phone(), phone.from(), phone.to()),
      greatest,
      least,
      margin / frames,
      Math.log(power / frames),
      posteriors.mean(Posteriors.SILENCE, phone.from(), phone.to()),
      entropy / frames,
      length,
      length - durations[phone.phone()]
    };
  }

  /** The numbers that the mark of each phone follows from. */
  double[][] phoneRows(LikePhones like) {
    double[][] near = like.phoneRows(ofWord);
    double[] mean = column(MEAN);
    double[] overall = {
      Numbers.mean(mean),
      Numbers.mean(column(MARGIN)),
      Numbers.low(mean, QUARTER),
      Numbers.mean(allForced),
      tempo
    };
    double[][] rows = new double[spoken.size()][];
    for (int i = 0; i < rows.length; i++) {
      AlignedPhone phone = spoken.get(i);
      double[] word = Numbers.pick(mean, ofWord[phone.word()]);
      Row row = new Row().add(base[i]).add(base[i][RELATIVE_LENGTH] - tempo);
      row.add(i > 0 ? mean[i - 1] : 0, i + 1 < mean.length ? mean[i + 1] : 0);
      row.add(Numbers.mean(word), Numbers.least(word), Numbers.mean(forced[phone.word()]));
      row.add(Numbers.least(forced[phone.word()]), Numbers.least(leads[phone.word()]));
      row.add(phone.place(), word.length - 1 - phone.place());
      row.add(overall);
      for (int other = 0; other < Posteriors.SILENCE; other++) {
        row.add(posteriors.mean(other, phone.from(), phone.to()));
      }
      for (int other = 0; other < Posteriors.SILENCE; other++) {
        row.add(other == phone.phone() ? 1 : 0);
      }
      rows[i] = row.add(near[i]).numbers();
    }
    return rows;
  }
}
