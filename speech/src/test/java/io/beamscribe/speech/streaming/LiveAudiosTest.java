// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.SpeechException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveAudiosTest {
  private static final int SECONDS = 2;

  /** As the SDKs send it: a header whose sizes are zero, then samples of any kind. */
  @ParameterizedTest
  @CsvSource({
    "1,16000,16,1",
    "1,8000,16,1",
    "1,44100,16,2",
    "7,8000,8,1",
    "6,8000,8,1",
    "1,16000,8,2"
  })
  void readsStreamedWavOfAnyRateAndChannels(int tag, int rate, int bits, int channels)
      throws Exception {
    List<Float> samples = new ArrayList<>();
    try (LiveAudio audio = LiveAudios.any((got, count) -> add(samples, got, count))) {
      audio.accept(header(tag, rate, bits, channels));
      byte[] tone = tone(tag, rate, bits, channels);
      for (int at = 0; at < tone.length; at += 999) {
        audio.accept(Arrays.copyOfRange(tone, at, Math.min(tone.length, at + 999)));
      }
      audio.finish();
    }

    assertThat(samples.size()).isCloseTo(SECONDS * 16_000, within(200));
    double energy = 0;
    for (float sample : samples.subList(1000, samples.size() - 1000)) {
      energy += (double) sample * sample / (samples.size() - 2000);
    }
    assertThat(Math.sqrt(energy)).isCloseTo(8000 / Math.sqrt(2), within(400.0));
  }

  @Test
  void refusesAHeaderThatNeverEnds() {
    byte[] riff = Arrays.copyOf("RIFF".getBytes(StandardCharsets.US_ASCII), 100_000);
    try (LiveAudio audio = LiveAudios.any((got, count) -> {})) {
      assertThatThrownBy(() -> audio.accept(riff)).isInstanceOf(SpeechException.class);
    }
  }

  private static void add(List<Float> all, float[] samples, int count) {
    for (int i = 0; i < count; i++) {
      all.add(samples[i]);
    }
  }

  private static byte[] header(int tag, int rate, int bits, int channels) {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16);
    header.putShort((short) tag).putShort((short) channels).putInt(rate);
    header.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    return header
        .putShort((short) bits)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .array();
  }

  private static byte[] tone(int tag, int rate, int bits, int channels) {
    ByteBuffer bytes =
        ByteBuffer.allocate(SECONDS * rate * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SECONDS * rate; i++) {
      double value = 8000 * Math.sin(2 * Math.PI * 440 * i / rate);
      for (int channel = 0; channel < channels; channel++) {
        if (bits == 16) {
          bytes.putShort((short) value);
        } else if (tag == 1) {
          bytes.put((byte) Math.round(value / 256 + 128));
        } else {
          bytes.put(law(tag, (int) value));
        }
      }
    }
    return bytes.array();
  }

  /** By search: the code whose value is nearest (ITU-T G.711, decoded as its tables say). */
  private static byte law(int tag, int value) {
    int best = 0;
    for (int code = 0; code < 256; code++) {
      if (Math.abs(decoded(tag, code) - value) < Math.abs(decoded(tag, best) - value)) {
        best = code;
      }
    }
    return (byte) best;
  }

  private static int decoded(int tag, int code) {
    if (tag == 7) {
      int inverse = ~code & 0xFF;
      int magnitude = (((inverse & 15) << 3) + 132 << (inverse >> 4 & 7)) - 132;
      return (inverse & 0x80) != 0 ? -magnitude : magnitude;
    }
    int even = code ^ 0x55;
    int exponent = even >> 4 & 7;
    int magnitude = ((even & 15) << 4) + (exponent == 0 ? 8 : 0x108) << Math.max(0, exponent - 1);
    return (even & 0x80) != 0 ? magnitude : -magnitude;
  }
}
