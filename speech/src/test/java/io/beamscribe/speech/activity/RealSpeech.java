// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The real detector and real speech for tests, which are skipped where these are absent. */
final class RealSpeech {
  private RealSpeech() {}

  static SpeechDetector detector() throws IOException {
    return new SpeechDetector(modelFolder());
  }

  static Path modelFolder() {
    return RealModels.get("silero-vad").folder();
  }

  /** A file below testdata of this repository. */
  static Path testdata(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("testdata"))) {
      folder = folder.getParent();
    }
    return folder.resolve("testdata").resolve(name);
  }

  /** A file below shared/data beside the repository. */
  static Path data(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "skipped: no shared/data beside the repository");
    return folder.resolve("shared/data").resolve(name);
  }

  /** 47 s of Korean, read by one voice. */
  static float[] korean() {
    return wav(data("customspeech/ko-KR/training_audio1.wav"));
  }

  /** The samples of a mono WAV file of 16 kHz and 16 bits. */
  static float[] wav(Path file) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.remaining() / Short.BYTES];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = bytes.getShort();
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
