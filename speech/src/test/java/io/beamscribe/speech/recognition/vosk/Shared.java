// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Real speech and a real model for tests of recognition; tests skip where they are absent. */
final class Shared {
  private Shared() {}

  /** The Korean model. */
  static Path model() {
    return RealModels.get("vosk-small-ko").folder();
  }

  /** A file below shared/data beside the repository. */
  static Path data(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "there is no shared/data beside the repository");
    return folder.resolve("shared/data").resolve(name);
  }

  static SpeechSegment korean(int clip) {
    return new SpeechSegment(
        0, 0, samples(data("customspeech/ko-KR/training_audio" + clip + ".wav")));
  }

  /** The samples of a WAV file of 16 kHz, 16 bits, mono. */
  static float[] samples(Path wav) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.remaining() / 2];
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
