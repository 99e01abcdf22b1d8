// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import io.beamscribe.speech.audio.PlainWav;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** 47 s of Korean, read by one voice. */
  static float[] korean() {
    return PlainWav.samples(SharedData.required("customspeech/ko-KR/training_audio1.wav"));
  }
}
