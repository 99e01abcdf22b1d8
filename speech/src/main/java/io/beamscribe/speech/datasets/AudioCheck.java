// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.wav.WavHeader;
import io.beamscribe.speech.audio.wav.WavParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;

/** Checks the audio of datasets: WAV, PCM of 16 bits, one channel, 8 or 16 kHz, at most 2 hours. */
final class AudioCheck {
  private static final int PCM = 1;
  private static final double LONGEST = 7_200;

  private final byte[] buffer = new byte[1 << 16];
  private double seconds;

  /** Why a file cannot be used, as a sentence. */
  Optional<String> defect(InputStream in) throws IOException {
    seconds = 0;
    Counting counted = new Counting(in);
    WavHeader header;
    try {
      header = WavParser.parse(Channels.newChannel(counted));
    } catch (SpeechException e) {
      return Optional.of("It is not WAV (RIFF) audio.");
    }
    if (header.tag() != PCM || header.bits() != 16) {
      return Optional.of("It is not PCM of 16 bits.");
    }
    if (header.channels() != 1) {
      return Optional.of("It has " + header.channels() + " channels, not one.");
    }
    if (header.rate() != 8_000 && header.rate() != 16_000) {
      return Optional.of("Its rate is " + header.rate() + " Hz, not 8000 or 16000.");
    }
    while (counted.read(buffer) >= 0) {}
    long stored = Math.max(0, counted.bytes - header.dataStart());
    long bytes = header.dataBytes() < 0 ? stored : Math.min(stored, header.dataBytes());
    if (bytes < 2) {
      return Optional.of("It holds no sound.");
    }
    seconds = bytes / 2.0 / header.rate();
    return seconds > LONGEST ? Optional.of("It is longer than 2 hours.") : Optional.empty();
  }

  /** Of the last file that can be used. */
  double seconds() {
    return seconds;
  }

  private static final class Counting extends InputStream {
    private final InputStream in;
    private long bytes;

    Counting(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
