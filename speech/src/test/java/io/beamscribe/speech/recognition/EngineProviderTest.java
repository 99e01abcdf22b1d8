// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import org.junit.jupiter.api.Test;

/**
 * Engines are known by what their providers declare; one of them, "faulty", belongs to the tests.
 */
class EngineProviderTest {
  @Test
  void enginesAreAskedForByWhatTheyCanDo() {
    assertThat(EngineProvider.able(EngineAbility.IDENTIFIES_LANGUAGES))
        .contains("whisper", "faulty")
        .doesNotContain("vosk");
    assertThat(EngineProvider.able(EngineAbility.TRANSLATES)).containsExactly("whisper");
    assertThat(EngineProvider.able(EngineAbility.PUNCTUATES)).containsExactly("whisper");
  }

  @Test
  void enginesAreFoundByName() throws SpeechException {
    assertThat(EngineProvider.named("faulty").engine()).isEqualTo("faulty");
    assertThatThrownBy(() -> EngineProvider.named("none")).isInstanceOf(SpeechException.class);
  }
}
