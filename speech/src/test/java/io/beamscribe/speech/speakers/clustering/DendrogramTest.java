// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.speakers.block.Voiceprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DendrogramTest {
  /** Three directions, and around each of them voices that differ a little. */
  private static List<Cluster> voices(int each, double spread) {
    Random random = new Random(1);
    List<Cluster> voices = new ArrayList<>();
    for (int i = 0; i < 3 * each; i++) {
      float[] voice = new float[Voiceprint.SIZE];
      for (int j = 0; j < voice.length; j++) {
        voice[j] = (float) (spread * random.nextGaussian());
      }
      voice[i % 3] += 1;
      voices.add(
          Cluster.of(
              Voiceprint.numbers(Voiceprint.text(Voiceprint.unit(voice))),
              1 + random.nextDouble()));
    }
    return voices;
  }

  @Test
  void similarVoicesAreOne() {
    Dendrogram tree = new Dendrogram(voices(20, .03));
    assertThat(tree.groupsAfter(tree.stepsDownTo(.34))).hasSize(3);
    assertThat(tree.groupsAfter(0)).hasSize(60);
    assertThat(tree.groupsAfter(59)).hasSize(1);
  }

  @Test
  void similaritiesFall() {
    List<Cluster> voices = voices(20, .1);
    Dendrogram tree = new Dendrogram(voices);
    for (double similarity = 1; similarity > -1; similarity -= .05) {
      List<Cluster> clusters =
          tree.groupsAfter(tree.stepsDownTo(similarity)).stream()
              .map(group -> group.stream().map(voices::get).reduce(Cluster::with).orElseThrow())
              .toList();
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(clusters.get(i).similarity(clusters.get(j))).isLessThan(similarity);
        }
      }
    }
  }
}
