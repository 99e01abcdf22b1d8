// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.PlainWav;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.models.store.RealModels;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.whisper.model.Window;
import io.beamscribe.speech.text.WordEdges;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Marks and capital letters that Whisper puts back where the words of published texts have none, on
 * the audio of these texts. Prints what was reached.
 */
class ReferenceTextsTest {
  private static final List<String> CLIPS =
      List.of(
          "de-DE/training_audio1.wav",
          "de-DE/training_audio2.wav",
          "en-US/training_audio2.wav",
          "es-ES/training_audio2.wav",
          "fr-FR/training_audio2.wav",
          "pt-BR/training_audio2.wav");

  /** What is in both, in the text only, in what was written only. */
  private static final class Score {
    int both;
    int missed;
    int added;

    void count(boolean wanted, boolean written) {
      both += wanted && written ? 1 : 0;
      missed += wanted && !written ? 1 : 0;
      added += !wanted && written ? 1 : 0;
    }

    double f1() {
      return 2.0 * both / (2 * both + missed + added);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "F1 %.2f (%d, %d missed, %d added)", f1(), both, missed, added);
    }
  }

  private final Score stops = new Score();
  private final Score commas = new Score();
  private final Score capitals = new Score();

  @Test
  void marksComeBack() throws Exception {
    SharedData.required("customspeech/refs.tsv");
    try (Engine engine =
        new WhisperEngineProvider().open(RealModels.get("whisper-base").folder())) {
      for (String clip : CLIPS) {
        String locale = clip.substring(0, 5);
        float[] all = PlainWav.samples(SharedData.required("customspeech/" + clip));
        float[] samples = Arrays.copyOf(all, Math.min(all.length, Window.SAMPLES));
        score(engine, new SpeechSegment(0, 0, samples), words(clip), locale);
      }
    }
    System.out.println("Full stops " + stops + ", commas " + commas + ", capitals " + capitals);
    assertThat(stops.f1()).isGreaterThan(0.9);
    assertThat(commas.f1()).isGreaterThan(0.85);
    assertThat(capitals.f1()).isGreaterThan(0.85);
  }

  private void score(Engine engine, SpeechSegment segment, List<String> shown, String locale)
      throws Exception {
    List<Word> spoken =
        shown.stream()
            .map(word -> new Word(WordEdges.of(word).lexical(locale), 100, 200, 0.9))
            .toList();
    Phrase phrase = new Phrase(0, 0, 1000, locale, List.of(Reading.verbatim("", 0.9, spoken)));
    Reading marked = engine.punctuate(List.of(segment), List.of(phrase), locale).get(0).best();
    List<String> written = marked.spellings();
    for (int i = 0; i < shown.size(); i++) {
      WordEdges wanted = WordEdges.of(shown.get(i));
      WordEdges got = WordEdges.of(written.get(i));
      stops.count(has(wanted, ".?!"), has(got, ".?!"));
      commas.count(has(wanted, ",:;"), has(got, ",:;"));
      capitals.count(isCapital(wanted), isCapital(got));
    }
  }

  private static boolean has(WordEdges word, String marks) {
    return word.after().codePoints().anyMatch(mark -> marks.indexOf(mark) >= 0);
  }

  private static boolean isCapital(WordEdges word) {
    return Character.isUpperCase(word.word().codePointAt(0));
  }

  /** The words of a text, those between hyphens and slashes apart. */
  private static List<String> words(String clip) throws Exception {
    String text =
        Files.readAllLines(SharedData.required("customspeech/refs.tsv")).stream()
            .filter(line -> line.startsWith(clip + "\t"))
            .findFirst()
            .orElseThrow()
            .split("\t")[2];
    Predicate<String> spoken = word -> word.codePoints().anyMatch(Character::isLetterOrDigit);
    return new ArrayList<>(Stream.of(text.split("[\\s/-]+")).filter(spoken).toList());
  }
}
