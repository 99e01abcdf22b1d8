// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Overlap;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
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
  void areReadAndWrittenAsEver() throws SpeechException {
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
    for (String other :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"phrases\":[null],\"blocks\":[]}",
            "{\"phrases\":[],\"blocks\":[null]}")) {
      isDamaged(other);
    }
  }

  @Test
  void areNotReadIfTheirPartsDoNotFit() throws Exception {
    double[] voice = new double[Voiceprint.SIZE];
    voice[0] = 1;
    String whole = kept(Voiceprint.text(voice), 0, 1);
    assertThat(KeptVoices.read(whole.getBytes(UTF_8)).blocks()).hasSize(1);
    isDamaged(kept(Voiceprint.text(voice).substring(4), 0, 1));
    isDamaged(kept("!" + Voiceprint.text(voice).substring(1), 0, 1));
    isDamaged(kept(Voiceprint.text(new double[Voiceprint.SIZE]), 0, 1));
    voice[1] = Double.NaN;
    isDamaged(kept(Voiceprint.text(voice), 0, 1));
    voice[1] = 0;
    isDamaged(kept(Voiceprint.text(voice), 1, 1));
    isDamaged(kept(Voiceprint.text(voice), 0, 2));
  }

  private static String kept(String voice, int chunk, int local) {
    BlockVoices block =
        new BlockVoices(
            0,
            List.of(new SpeechChunk(0, 32_000, 0, 2, voice, 1)),
            List.of(
                new LocalSpeaker(0, List.of(new Share(chunk, 1)), List.of(1)),
                new LocalSpeaker(0, List.of(), List.of(0))),
            List.of(new Overlap(0, 9000, chunk, List.of(new Share(local, 1)))));
    return new String(new KeptVoices(List.of(), List.of(block), "0123").json(), UTF_8);
  }

  private static void isDamaged(String kept) {
    assertThatThrownBy(() -> KeptVoices.read(kept.getBytes(UTF_8)))
        .as(kept)
        .isInstanceOf(SpeechException.class)
        .hasMessage("Its saved embeddings are damaged; transcribe it again.");
  }

  @Test
  void silenceLacksNobody() {
    Transcript silent = Transcripts.mono();
    KeptVoices none = new KeptVoices(List.of(), List.of(), "0123");

    assertThat(missing(none.speakers(silent, SpeakerOptions.ANY, null))).isEmpty();
    assertThat(missing(none.speakers(silent, new SpeakerOptions(2, 2), null)))
        .containsExactly("0 of at least 2 speakers are heard.");
  }

  private static List<String> missing(Transcript transcript) {
    return requireNonNull(transcript.provenance()).flags().stream()
        .filter(flag -> flag.kind().equals(Flag.MISSING_SPEAKERS))
        .map(Flag::detail)
        .toList();
  }
}
