// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcription.FileTranscriber;
import io.beamscribe.transforms.testing.Jobs;
import io.beamscribe.transforms.testing.SharedData;
import io.beamscribe.transforms.testing.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search with Whisper leaves out of a window, or takes for invention, on the real model. */
class LostSpeechTest {
  @TempDir static Path folder;

  /** Some are looked at by several tests. */
  private static final Map<String, Transcript> DONE = new HashMap<>();

  private static FileTranscriber english;

  @BeforeAll
  static void load() {
    english = transcriber(SpokenLanguage.fixed("en-US"));
  }

  private static FileTranscriber transcriber(SpokenLanguage language) {
    return new FileTranscriber(
        Jobs.identifyingWithWhisper(folder.resolve("out"), language, List.of()).results());
  }

  @AfterAll
  static void close() {
    english.close();
  }

  @Test
  void aShortAnswerAfterASentenceIsRecognised() throws Exception {
    assertThat(text(failing("short_answer_lost.flac")))
        .contains("account of himself")
        .endsWith("yes");
    assertThat(text(failing("short_sentence_lost.flac")))
        .contains("account of himself")
        .endsWith("my name is anna");
  }

  @Test
  void sentencesBesideEachOtherAreAllRecognised() throws Exception {
    float[] one = new Voices(clip("heart.flac")).natural();
    float[] other = new Voices(clip("slt.flac")).natural();
    Path file = folder.resolve("pair.wav");
    float[] silence = new float[12_800];
    Voices.write(file, Voices.joined(one, silence, other, silence, one));
    Transcript both = english.transcribe(new LocalAudioSource(file)).transcript();
    assertThat(both.provenance().flags()).isEmpty();
    assertThat(coveredMilliseconds(both, 0, both.durationMilliseconds()))
        .isGreaterThan(both.durationMilliseconds() * 6 / 10);
  }

  @Test
  void whatIsSaidSeveralTimesIsWrittenAsOften() throws Exception {
    assertThat(count("please stay [oi]n the line", text(failing("hold_message.opus"))))
        .isBetween(5, 7);
    assertThat(count("\\bno\\b", text(failing("no_twenty_times.flac")))).isBetween(19, 21);
  }

  @Test
  void aSentenceSaidEightTimesIsCountedRight() throws Exception {
    float[] before =
        new Voices(SharedData.required("librispeech/1688/1688-142285-0003.flac")).natural();
    float[] again =
        new Voices(SharedData.required("librispeech/1688/1688-142285-0002.flac")).natural();
    List<float[]> parts = new ArrayList<>(List.of(before));
    for (int i = 0; i < 8; i++) {
      parts.add(new float[9600]);
      parts.add(again);
    }
    Path file = folder.resolve("eight.wav");
    Voices.write(file, Voices.joined(parts.toArray(float[][]::new)));
    assertThat(
            count(
                "thought me so silly",
                text(english.transcribe(new LocalAudioSource(file)).transcript())))
        .isBetween(7, 9);
  }

  @Test
  void aStockPhraseThatIsSaidStaysWithTheSentenceBesideIt() throws Exception {
    assertThat(text(failing("sentence_then_stock_phrase.flac")))
        .contains("biblical narratives", "in egypt")
        .endsWith("thank you for watching");
    assertThat(text(failing("real_thank_you_noisy.flac"))).isEqualTo("thank you bye bye bye");
  }

  @Test
  void wordsHaveTimeAndOrder() throws Exception {
    for (String name : List.of("hold_message.opus", "no_twenty_times.flac")) {
      List<Word> words = words(failing(name));
      long last = 0;
      for (Word word : words) {
        assertThat(word.startMilliseconds()).as(name).isGreaterThanOrEqualTo(last);
        assertThat(word.endMilliseconds() - word.startMilliseconds())
            .as(name)
            .isBetween(20L, 3000L);
        last = word.startMilliseconds();
      }
    }
  }

  /** German, then Korean: whatever language a search begins with, it must not swallow the other. */
  @Test
  void speechInAnotherLanguageIsRecognisedInItsOwnOrFlagged() throws Exception {
    Path german = SharedData.required("customspeech/de-DE/training_audio1.wav");
    Path korean = SharedData.required("customspeech/ko-KR/training_audio2.wav");
    float[] first = Arrays.copyOf(new Voices(german).natural(), 12 * 16_000);
    float[] second = Arrays.copyOf(new Voices(korean).natural(), 12 * 16_000);
    Path file = folder.resolve("two-languages.wav");
    Voices.write(file, Voices.joined(first, Voices.silence(1), second));
    long border = first.length / 16;
    try (FileTranscriber any = transcriber(SpokenLanguage.single(List.of()))) {
      Transcript both = any.transcribe(new LocalAudioSource(file)).transcript();
      assertThat(coveredMilliseconds(both, 0, border)).isGreaterThan(border / 2);
      assertThat(coveredMilliseconds(both, border, border + second.length / 16))
          .isGreaterThan(second.length / 32);
    }
  }

  /** Time of words and flags within a range. */
  private static long coveredMilliseconds(Transcript transcript, long from, long to) {
    long sum = 0;
    for (Phrase phrase : transcript.phrases()) {
      sum += overlap(phrase.startMilliseconds(), phrase.endMilliseconds(), from, to);
    }
    for (Flag flag : transcript.provenance().flags()) {
      sum += overlap(flag.startMilliseconds(), flag.endMilliseconds(), from, to);
    }
    return sum;
  }

  private static long overlap(long start, long end, long from, long to) {
    return Math.max(0, Math.min(end, to) - Math.max(start, from));
  }

  private static Transcript failing(String name) throws Exception {
    Path file = SharedData.required("failing/" + name);
    if (!DONE.containsKey(name)) {
      DONE.put(name, english.transcribe(new LocalAudioSource(file)).transcript());
    }
    return DONE.get(name);
  }

  private static Path clip(String name) {
    return Path.of("..", "testdata", "speech", name);
  }

  private static List<Word> words(Transcript transcript) {
    return transcript.phrases().stream().flatMap(phrase -> phrase.best().words().stream()).toList();
  }

  private static String text(Transcript transcript) {
    return words(transcript).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private static int count(String pattern, String text) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
