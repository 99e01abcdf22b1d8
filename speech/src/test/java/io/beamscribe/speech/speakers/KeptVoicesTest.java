// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users keep these files: their format does not change. */
class KeptVoicesTest {
  private static final String KEPT =
      "{\"phrases\":[{\"channel\":1,\"startMilliseconds\":100,\"endMilliseconds\":900,"
          + "\"locale\":\"en-US\",\"alternatives\":[{\"text\":\"Ten, sir.\",\"confidence\":0.5,"
          + "\"words\":[{\"text\":\"ten\",\"display\":\"Ten,\",\"startMilliseconds\":100,"
          + "\"endMilliseconds\":400,\"confidence\":0.25},"
          + "{\"text\":\"sir\",\"display\":\"sir.\",\"startMilliseconds\":500,"
          + "\"endMilliseconds\":900,\"confidence\":0.3333333333333333}]}]},"
          + "{\"channel\":1,\"startMilliseconds\":1000,\"endMilliseconds\":1400,"
          + "\"alternatives\":[{\"text\":\"yes\",\"confidence\":1.0,"
          + "\"words\":[{\"text\":\"yes\",\"display\":\"yes\",\"startMilliseconds\":1000,"
          + "\"endMilliseconds\":1400,\"confidence\":1.0}]},"
          + "{\"text\":\"yet\",\"confidence\":0.1,\"words\":[]}]}],"
          + "\"blocks\":[],\"model\":\"0123\"}";

  @Test
  void areReadAndWrittenAsEver() throws IOException {
    KeptVoices voices = KeptVoices.read(KEPT.getBytes(UTF_8));

    assertThat(voices.phrases()).extracting(Phrase::channel).containsExactly(1, 1);
    Reading first = voices.phrases().get(0).best();
    assertThat(first.lexical()).isEqualTo("ten sir");
    assertThat(first.spellings()).containsExactly("Ten,", "sir.");
    assertThat(voices.phrases().get(1).readings())
        .extracting(Reading::display)
        .isEqualTo(List.of("yes", "yet"));
    assertThat(new String(voices.json(), UTF_8)).isEqualTo(KEPT);
  }

  @Test
  void areNotReadFromAnythingElse() {
    for (String other : List.of("", "null", "[]", "{}", "{\"phrases\":[null],\"blocks\":[]}")) {
      assertThatThrownBy(() -> KeptVoices.read(other.getBytes(UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }
}
