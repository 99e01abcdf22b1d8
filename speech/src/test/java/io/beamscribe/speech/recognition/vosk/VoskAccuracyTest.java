// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Phrase;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;

/** Real Korean speech against what was said. */
class VoskAccuracyTest {
  /** Without any noise it is 21.8; docs/recognition.md has the spread. */
  private static final double BOUND = 19;

  @Test
  void charactersOfTheKoreanClipsAreRight() throws Exception {
    int errors = 0;
    int length = 0;
    try (Engine engine = new VoskEngineProvider().open(Shared.model())) {
      for (int clip = 1; clip <= 2; clip++) {
        String said = characters(reference(clip));
        String recognised = characters(text(engine, clip));
        errors += LevenshteinDistance.getDefaultInstance().apply(said, recognised);
        length += said.length();
      }
    }
    assertThat(100.0 * errors / length).as("character error rate in %%").isLessThan(BOUND);
  }

  private static String text(Engine engine, int clip) throws Exception {
    // In two segments, as a cutter would make them.
    float[] samples = Shared.korean(clip).samples();
    int cut = samples.length / 2;
    List<SpeechSegment> segments =
        List.of(
            new SpeechSegment(0, 0, Arrays.copyOf(samples, cut)),
            new SpeechSegment(0, cut, Arrays.copyOfRange(samples, cut, samples.length)));
    List<Phrase> phrases = engine.recognize(segments, RecognitionOptions.DEFAULT).phrases();
    return phrases.stream().map(phrase -> phrase.best().display()).collect(Collectors.joining(" "));
  }

  private static String reference(int clip) throws Exception {
    String name = "ko-KR/training_audio" + clip + ".wav\t";
    return Files.readAllLines(SharedData.required("customspeech/refs.tsv")).stream()
        .filter(line -> line.contains(name))
        .map(line -> line.split("\t")[2])
        .findFirst()
        .orElseThrow();
  }

  private static String characters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{P}\\p{S}\\s]", "");
  }
}
