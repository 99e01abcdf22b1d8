// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.events.LogMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MessageAudioTest {
  private static final float[] NONE = {};
  private static final Map<String, String> HALF = Map.of("rate", "8000");

  @Test
  void samplesOfSixteenKilohertzStayAsTheyAre() throws Exception {
    byte[] tone = tone(16_000, 300);
    assertThat(MessageAudio.of(message(tone, Map.of()), NONE).pcm()).isEqualTo(tone);
  }

  /** However it is divided. */
  @Test
  void theRateOfTelephonesIsDoubled() throws Exception {
    byte[] tone = tone(8000, 440);
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    float[] tail = NONE;
    for (int at = 0; at < tone.length; at += 250) {
      byte[] part = Arrays.copyOfRange(tone, at, Math.min(tone.length, at + 250));
      MessageAudio read = MessageAudio.of(message(part, HALF), tail);
      parts.writeBytes(read.pcm());
      tail = read.tail();
    }
    byte[] whole = MessageAudio.of(message(tone, HALF), NONE).pcm();
    assertThat(parts.toByteArray()).isEqualTo(whole);
    // 2 ms late, the same tone: nothing else than rounding differs.
    ByteBuffer expected = ByteBuffer.wrap(tone(16_000, 440)).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer found = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 200; i < 15_800; i++) {
      assertThat((double) found.getShort(2 * i))
          .isCloseTo(expected.getShort(2 * (i - 32)), Offset.offset(60.0));
    }
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> MessageAudio.of(message(new byte[2], Map.of("rate", "44100")), NONE))
        .isInstanceOf(SpeechException.class)
        .hasMessage("Audio is pcm, mulaw or alaw, of 8000 or 16000 Hz, not pcm of 44100.");
    assertThatThrownBy(() -> MessageAudio.of(message(new byte[3], Map.of()), NONE))
        .hasMessage("A message has whole samples, not 3 bytes of pcm.");
  }

  private static LogMessage message(byte[] value, Map<String, String> headers) {
    return new LogMessage("calls", "log", 0, 0, value, 0, "one", headers, 0);
  }

  /** A second of a tone. */
  private static byte[] tone(int rate, double hertz) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * rate).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rate; i++) {
      bytes.putShort((short) Math.round(8000 * Math.sin(2 * Math.PI * hertz * i / rate)));
    }
    return bytes.array();
  }
}
