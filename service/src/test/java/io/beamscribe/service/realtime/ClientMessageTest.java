// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClientMessageTest {
  @Test
  void readsTextWithNamesInAnyCase() throws Exception {
    ClientMessage message =
        ClientMessage.ofText(
            "path: Speech.Context\r\nX-REQUESTID: ABC\r\n\r\n{\"a\":\"\r\n\r\n\"}");
    assertThat(message.path()).isEqualTo("speech.context");
    assertThat(message.requestId()).isEqualTo("ABC");
    assertThat(new String(message.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":\"\r\n\r\n\"}");
  }

  @Test
  void readsAudioAfterItsHeaders() throws Exception {
    byte[] headers = "Path: audio\r\nX-RequestId: 1\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(2 + headers.length + 3)
            .putShort((short) headers.length)
            .put(headers)
            .put(new byte[] {1, 2, 3})
            .array();
    ClientMessage message = ClientMessage.ofBinary(all, 0, all.length);
    assertThat(message.path()).isEqualTo("audio");
    assertThat(message.hasContentType()).isFalse();
    assertThat(message.body()).containsExactly(1, 2, 3);
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> ClientMessage.ofText("Path: audio"))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("empty line");
    assertThatThrownBy(() -> ClientMessage.ofText("X-RequestId: 1\r\n\r\n{}"))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("Path");
    assertThatThrownBy(() -> ClientMessage.ofBinary(new byte[] {1, 0, 3}, 0, 3))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("ends within its headers");
  }

  @Test
  void takesOrRefusesWhateverComes() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      try {
        ClientMessage.ofBinary(bytes, 0, bytes.length);
        ClientMessage.ofText(new String(bytes, StandardCharsets.ISO_8859_1));
      } catch (FrameException e) {
        assertThat(e).hasMessageEndingWith(".");
      }
    }
  }
}
