// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files without speech. */
public final class Tones {
  private static final int RATE = 16_000;

  private Tones() {}

  /** A tone of 440 Hz at -20 dBFS, with a second of silence in every minute. */
  public static Path write(Path file, int seconds) throws IOException {
    ByteBuffer samples = ByteBuffer.allocate(2 * RATE * seconds).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < RATE * seconds; i++) {
      boolean silent = i / RATE % 60 == 59;
      samples.putShort((short) (silent ? 0 : 3277 * Math.sin(2 * Math.PI * 440 * i / RATE)));
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream audio =
        new AudioInputStream(
            new ByteArrayInputStream(samples.array()), format, (long) RATE * seconds)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }
}
