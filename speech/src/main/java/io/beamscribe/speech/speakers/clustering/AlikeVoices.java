// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one of voices that are alike. In long audio any habit of a speaker, and whatever is played
 * again, is heard often enough to look like a voice of its own; so means of voices are compared as
 * if each was known from a single piece. A pure function of its arguments.
 */
final class AlikeVoices {
  private final double[] variances;
  private final double least;

  /** What became one, each with its weight and the mean of its coordinates times that. */
  private final List<Group> groups = new ArrayList<>();

  private record Group(List<Integer> labels, double weight, double[] sum) {
    Group with(Group other) {
      List<Integer> all = new ArrayList<>(labels);
      all.addAll(other.labels);
      double[] both = sum.clone();
      for (int i = 0; i < both.length; i++) {
        both[i] += other.sum[i];
      }
      return new Group(all, weight + other.weight, both);
    }

    double[] mean() {
      return Arrays.stream(sum).map(each -> each / weight).toArray();
    }
  }

  private AlikeVoices(double[] variances, double least) {
    this.least = least;
    this.variances = variances;
  }

  /**
   * New labels.
   *
   * @param at coordinates of pieces in {@link VoiceSpace}
   * @param seconds of each
   * @param variances of voices along each coordinate
   * @param labels of each, from 0 on
   * @param least log odds above which two are one
   */
  static int[] joined(
      double[][] at, double[] seconds, double[] variances, int[] labels, double least) {
    AlikeVoices voices = new AlikeVoices(variances, least);
    for (int i = 0; i < labels.length; i++) {
      while (voices.groups.size() <= labels[i]) {
        int label = voices.groups.size();
        voices.groups.add(new Group(List.of(label), 0, new double[variances.length]));
      }
      Group group = voices.groups.get(labels[i]);
      double[] sum = group.sum();
      for (int j = 0; j < sum.length; j++) {
        sum[j] += at[i][j] * seconds[i];
      }
      voices.groups.set(labels[i], new Group(group.labels(), group.weight() + seconds[i], sum));
    }
    voices.join();
    int[] joined = labels.clone();
    for (int i = 0; i < joined.length; i++) {
      joined[i] = voices.groupOf(labels[i]);
    }
    return joined;
  }

  private void join() {
    while (true) {
      int one = -1;
      int other = -1;
      double most = least;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = 0; j < i; j++) {
          double alike = sameRatherThanTwo(groups.get(j), groups.get(i));
          if (alike > most) {
            most = alike;
            one = j;
            other = i;
          }
        }
      }
      if (one < 0) {
        return;
      }
      groups.set(one, groups.get(one).with(groups.get(other)));
      groups.remove(other);
    }
  }

  private int groupOf(int label) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).labels().contains(label)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no voice has the label " + label);
  }

  private double sameRatherThanTwo(Group one, Group other) {
    return OneOrTwo.odds(one.mean(), other.mean(), variances);
  }
}
