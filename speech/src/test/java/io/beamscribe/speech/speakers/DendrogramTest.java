// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

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
      voices.add(Cluster.of(Voiceprint.unit(voice), 1 + random.nextDouble()));
    }
    return voices;
  }

  @Test
  void similarVoicesAreOne() {
    Dendrogram tree = new Dendrogram(voices(20, .03));
    assertThat(tree.after(tree.stepsDownTo(.34))).hasSize(3);
    assertThat(tree.after(0)).hasSize(60);
    assertThat(tree.after(tree.steps())).hasSize(1);
  }

  @Test
  void similaritiesFall() {
    Dendrogram tree = new Dendrogram(voices(20, .1));
    for (double similarity = 1; similarity > -1; similarity -= .05) {
      List<Cluster> clusters = tree.after(tree.stepsDownTo(similarity));
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(clusters.get(i).similarity(clusters.get(j))).isLessThan(similarity);
        }
      }
    }
  }

  @Test
  void numberIsGiven() {
    Dendrogram tree = new Dendrogram(voices(20, .03));
    assertThat(new SpeakerCount(SpeakerOptions.ANY).speakers(tree)).hasSize(3);
    assertThat(new SpeakerCount(new SpeakerOptions(1, 2)).speakers(tree)).hasSize(2);
    assertThat(new SpeakerCount(new SpeakerOptions(1, 1)).speakers(tree)).hasSize(1);
  }

  /** What is surely one voice is not split to reach a number. */
  @Test
  void oneVoiceStaysOne() {
    Dendrogram tree = new Dendrogram(voices(20, .03));
    assertThat(new SpeakerCount(new SpeakerOptions(5, 9)).speakers(tree)).hasSize(3);
  }

  /** Two voices with a cosine of 0.4: one without a number, two with it. */
  @Test
  void alikeVoicesAreTwoWhereThereMustBeTwo() {
    List<Cluster> voices = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      float[] voice = new float[Voiceprint.SIZE];
      voice[0] = 1;
      voice[1 + i % 2] = 1.22f;
      voices.add(Cluster.of(Voiceprint.unit(voice), 1));
    }
    Dendrogram tree = new Dendrogram(voices);
    assertThat(new SpeakerCount(SpeakerOptions.ANY).speakers(tree)).hasSize(1);
    assertThat(new SpeakerCount(new SpeakerOptions(2, 2)).speakers(tree))
        .extracting(Cluster::seconds)
        .containsExactly(4.0, 4.0);
  }

  @Test
  void nobodyAndOneAlone() {
    assertThat(new SpeakerCount(SpeakerOptions.ANY).speakers(new Dendrogram(List.of()))).isEmpty();
    Dendrogram one = new Dendrogram(voices(1, 0).subList(0, 1));
    assertThat(new SpeakerCount(new SpeakerOptions(2, 4)).speakers(one)).hasSize(1);
  }

  @Test
  void shortVoicesAreNobody() {
    List<Cluster> voices = new ArrayList<>(voices(20, .03).subList(0, 59));
    float[] noise = new float[Voiceprint.SIZE];
    noise[9] = 1;
    voices.add(Cluster.of(noise, .6));
    assertThat(new SpeakerCount(SpeakerOptions.ANY).speakers(new Dendrogram(voices))).hasSize(3);
  }
}
