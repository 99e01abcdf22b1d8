// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlignmentTest {
  @Test
  void thePathFollowsWhatIsLikeliest() {
    float[][] likeness = new float[3][10];
    for (int frame = 0; frame < 10; frame++) {
      for (int token = 0; token < 3; token++) {
        likeness[token][frame] = token == (frame < 4 ? 0 : frame < 7 ? 1 : 2) ? 1 : -1;
      }
    }
    assertThat(Alignment.warp(likeness)).containsExactly(0, 4, 7);
  }

  @Test
  void moreTokensThanFramesShareFrames() {
    int[] begins = Alignment.warp(new float[5][2]);
    assertThat(begins).hasSize(5).isSorted();
    assertThat(begins[0]).isZero();
    assertThat(begins[4]).isLessThan(2);
  }

  @Test
  void attentionToWhatFollowsTheAudioIsNotAskedFor() {
    int frames = 20;
    int tokens = 4;
    float[] attention = new float[frames * tokens];
    for (int frame = 0; frame < frames; frame++) {
      for (int token = 0; token < tokens; token++) {
        boolean here = frame < 12 && frame / 4 == token - 1;
        attention[token * frames + frame] = here ? .2f : .01f;
      }
    }
    assertThat(Alignment.begins(attention, 1, frames, tokens, 12, 1, 4)).containsExactly(0, 4, 8);
  }
}
