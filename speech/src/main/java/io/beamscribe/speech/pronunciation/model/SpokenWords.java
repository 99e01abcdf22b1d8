// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

import static io.beamscribe.speech.pronunciation.model.SpokenPhones.ENTROPY;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.LENGTH;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.MARGIN;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.MEAN;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.POWER;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.RELATIVE_LENGTH;
import static io.beamscribe.speech.pronunciation.model.SpokenPhones.SILENT;

import io.beamscribe.speech.pronunciation.lexicon.Phoneme;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Numbers that the marks of words and of the whole text follow from. */
final class SpokenWords {
  /** Frames of a silence that counts as a pause, and as a long one. */
  private static final int PAUSE = 8;

  private static final int LONG = 25;

  private static final double SHORT_PHONE = 0.7;
  private static final double DRAWN_PHONE = 0.8;

  private final SpokenPhones phones;
  private final LikePhones like;

  SpokenWords(SpokenPhones phones, LikePhones like) {
    this.phones = phones;
    this.like = like;
  }

  private static double[] of(double[][] base, int[] own, int column) {
    return Arrays.stream(own).mapToDouble(i -> base[i][column]).toArray();
  }

  /**
   * A row for each word.
   *
   * @param marks of the phones
   */
  double[][] wordRows(double[] marks) {
    double[] mean = phones.column(MEAN);
    double[] overall = {
      Numbers.mean(mean),
      Numbers.low(mean, .25),
      Numbers.mean(phones.allForced),
      phones.tempo,
      Numbers.mean(marks),
      Numbers.low(marks, .25)
    };
    int words = phones.ofWord.length;
    double[][] rows = new double[words][];
    for (int word = 0; word < words; word++) {
      int[] own = phones.ofWord[word];
      double[] mark = Numbers.pick(marks, own);
      double[] log = Numbers.pick(mean, own);
      double[] margin = of(phones.base, own, MARGIN);
      double[] length = of(phones.base, own, RELATIVE_LENGTH);
      int start = phones.spoken.get(own[0]).from();
      int end = phones.spoken.get(own[own.length - 1]).to();
      double[] forced = phones.forced[word];
      double[] lead = phones.leads[word];
      rows[word] =
          new Row()
              .add(Numbers.mean(mark), Numbers.least(mark), Numbers.low(mark, .5))
              .add(Numbers.mean(log), Numbers.least(log))
              .add(Numbers.mean(margin), Numbers.least(margin))
              .add(Numbers.mean(of(phones.base, own, POWER)))
              .add(Numbers.mean(of(phones.base, own, SILENT)))
              .add(Numbers.mean(of(phones.base, own, ENTROPY)))
              .add(Numbers.mean(length), Numbers.most(length), Numbers.least(length))
              .add(Numbers.mean(length) - phones.tempo)
              .add(own.length, end - start)
              .add(pause(p -> p.to() == start), pause(p -> p.from() == end))
              .add(Arrays.stream(forced).sum(), Numbers.mean(forced), Numbers.least(forced))
              .add(Numbers.mean(lead), Numbers.least(lead), forced.length)
              .add(word, words - 1 - word)
              .add(overall)
              .add(like.wordRow(own))
              .numbers();
    }
    return rows;
  }

  private int pause(Predicate<AlignedPhone> where) {
    return phones.pauses.stream().filter(where).mapToInt(AlignedPhone::frames).max().orElse(0);
  }

  /**
   * The row of the whole text.
   *
   * @param marks of the phones
   * @param wordMarks of the words
   * @param end logarithm of the probability that the text ends where it does
   */
  double[] row(double[] marks, double[] wordMarks, double end) {
    double[] mean = phones.column(MEAN);
    double[] margin = phones.column(MARGIN);
    double[] length = phones.column(RELATIVE_LENGTH);
    int count = phones.spoken.size();
    int words = phones.ofWord.length;
    double speech = phones.last - phones.first;
    double[] pauses = phones.pauses.stream().mapToDouble(AlignedPhone::frames).toArray();
    double silent = Arrays.stream(pauses).sum();
    int[] vowels = IntStream.range(0, count).filter(i -> isVowel(phones.spoken.get(i))).toArray();
    double[] vowelLengths = Numbers.pick(length, vowels);
    return new Row()
        .add(Numbers.mean(mean), Numbers.deviation(mean))
        .add(Numbers.low(mean, .1), Numbers.low(mean, .25))
        .add(Numbers.mean(margin), Numbers.low(margin, .25))
        .add(Numbers.mean(phones.column(POWER)), Numbers.mean(phones.column(SILENT)))
        .add(Numbers.mean(phones.column(ENTROPY)))
        .add(Numbers.mean(marks), Numbers.deviation(marks))
        .add(Numbers.low(marks, .1), Numbers.low(marks, .25))
        .add(Numbers.mean(wordMarks), Numbers.deviation(wordMarks))
        .add(Numbers.low(wordMarks, .1), Numbers.low(wordMarks, .34))
        .add(Numbers.mean(phones.allForced), Numbers.low(phones.allForced, .25))
        .add(Numbers.mean(phones.allLeads), share(phones.allLeads, x -> x >= 0), end)
        .add(Numbers.mean(length), Numbers.deviation(length), phones.tempo)
        .add(Numbers.mean(vowelLengths), Numbers.deviation(vowelLengths))
        .add(Numbers.most(length), Numbers.deviation(phones.column(LENGTH)))
        .add(Math.log(count / speech), Math.log(count / Math.max(1, speech - silent)))
        .add(Math.log(words / speech), silent / speech)
        .add(share(pauses, x -> x >= PAUSE) * pauses.length / words)
        .add(share(pauses, x -> x >= LONG) * pauses.length / words)
        .add(Numbers.most(pauses), (double) pauses.length / words)
        .add(Math.log(speech), Math.log(words), (double) count / words)
        .add(Math.log(1 + phones.first))
        .add(share(phones.column(LENGTH), x -> x <= SHORT_PHONE))
        .add(share(length, x -> x > DRAWN_PHONE))
        .add(like.row())
        .numbers();
  }

  private static boolean isVowel(AlignedPhone phone) {
    return Phoneme.values()[phone.phone()].isVowel();
  }

  private static double share(double[] values, DoublePredicate which) {
    return values.length == 0
        ? 0
        : (double) Arrays.stream(values).filter(which).count() / values.length;
  }
}
