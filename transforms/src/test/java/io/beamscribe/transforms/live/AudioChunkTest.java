// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AudioChunkTest {
  /** As of a session whose state is older than what was told of it. */
  @Test
  void aChunkBeforeAPositionIsEmptyThere() {
    AudioChunk chunk = new AudioChunk(100, new byte[20], false);
    assertThat(chunk.from(90)).isSameAs(chunk);
    assertThat(chunk.from(107).samples()).hasSize(3);
    assertThat(chunk.from(107).end()).isEqualTo(110);
    assertThat(chunk.from(110).samples()).isEmpty();
    assertThat(chunk.from(5000).samples()).isEmpty();
    assertThat(chunk.from(5000).position()).isEqualTo(5000);
  }
}
