// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.audio.PlainWav;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.nio.file.Path;

/** Real speech and a real model for tests of recognition; tests skip where they are absent. */
final class Shared {
  private Shared() {}

  /** The Korean model. */
  static Path model() {
    return RealModels.get("vosk-small-ko").folder();
  }

  static SpeechSegment korean(int clip) {
    Path wav = SharedData.required("customspeech/ko-KR/training_audio" + clip + ".wav");
    return new SpeechSegment(0, 0, PlainWav.samples(wav));
  }
}
