// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.Model;
import org.junit.jupiter.api.Test;

/** The models that every run needs come from where the catalogue says. */
class RealModelsTest {
  @Test
  void koreanModelComes() {
    Model model = RealModels.get("vosk-small-ko");
    assertThat(model.folder().resolve("am/final.mdl")).isRegularFile();
    assertThat(model.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void whisperComesJoinedAndConverted() {
    Model model = RealModels.get("whisper-base");
    assertThat(model.folder().toFile().list())
        .containsExactlyInAnyOrder(
            "config.json",
            "decoder.data",
            "decoder.onnx",
            "encoder.data",
            "encoder.onnx",
            "tokenizer.json",
            "vocabulary.txt",
            "whisper.json");
  }

  @Test
  void speechDetectorComesWithNothingBesideIt() {
    Model model = RealModels.get("silero-vad");
    assertThat(model.folder().toFile().list())
        .containsExactlyInAnyOrder("silero_vad.onnx", "detector.onnx", "detector.data");
  }
}
