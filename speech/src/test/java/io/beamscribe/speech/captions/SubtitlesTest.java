// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Transcripts;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the subtitles of any speech, also of absurd word times. */
class SubtitlesTest {
  private static final String[] VOCABULARY = {
    "a",
    "the",
    "word,",
    "sentence.",
    "unbelievable",
    "한국어",
    "문장입니다.",
    "日本語の長い文、",
    "مرحبا",
    "--",
    "😀",
    "x".repeat(60),
    "नमस्ते",
    "e\u0301te\u0301",
    "ภาษาไทยซึ่งเป็นภาษาที่ไม่มีช่องว่าง",
    "👩‍👩‍👧‍👦",
    "我们今天去北京大学参观图书馆"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void holdToTheRules(long seed) {
    Transcript transcript = speech(new Random(seed));

    List<Cue> cues = Subtitles.of(transcript, CaptionOptions.DEFAULT);

    for (int channel : transcript.channels()) {
      List<Cue> own = cues.stream().filter(cue -> cue.channel() == channel).toList();
      long free = 0;
      for (Cue cue : own) {
        assertThat(cue.start()).isGreaterThanOrEqualTo(free);
        assertThat(cue.end()).isGreaterThan(cue.start());
        assertThat(cue.end() - cue.start()).isLessThanOrEqualTo(SubtitleRules.MAX_MILLISECONDS);
        assertThat(cue.texts()).hasSizeBetween(1, 2).noneMatch(String::isBlank);
        assertThat(cue.texts()).allMatch(line -> TextWidth.of(line) <= 42);
        free = cue.end();
      }
      assertThat(letters(own.stream().flatMap(cue -> cue.texts().stream()).toList()))
          .isEqualTo(
              letters(
                  transcript.phrases().stream()
                      .filter(phrase -> phrase.channel() == channel)
                      .map(phrase -> phrase.best().display())
                      .toList()));
    }
  }

  /** Several speakers on one channel who interrupt each other, and audio that ends early. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void holdToTheRulesWherePeopleSpeakAtOnceAndTheAudioEnds(long seed) {
    Random random = new Random(seed);
    Transcript transcript = interruptions(random, 300 + random.nextInt(60_000));

    List<Cue> cues = Subtitles.of(transcript, CaptionOptions.DEFAULT);

    long room = transcript.durationMilliseconds() / cues.size();
    long start = 0;
    for (Cue cue : cues) {
      assertThat(cue.start()).isGreaterThanOrEqualTo(start);
      assertThat(cue.end()).isLessThanOrEqualTo(transcript.durationMilliseconds());
      assertThat(cue.end() - cue.start())
          .isBetween(Math.min(80, room), SubtitleRules.MAX_MILLISECONDS);
      assertThat(cue.texts()).hasSizeBetween(1, 2).noneMatch(String::isBlank);
      start = cue.start();
    }
    for (Phrase phrase : transcript.phrases()) {
      List<Cue> own =
          cues.stream().filter(cue -> cue.label().equals("Speaker " + phrase.speaker())).toList();
      assertThat(letters(own.stream().flatMap(cue -> cue.texts().stream()).toList()))
          .hasSameSizeAs(
              letters(
                  transcript.phrases().stream()
                      .filter(each -> each.speaker().equals(phrase.speaker()))
                      .map(each -> each.best().display())
                      .toList()));
      if (phrase.endMilliseconds() + 2000 < transcript.durationMilliseconds()) {
        assertThat(own)
            .anyMatch(
                cue ->
                    Math.abs(cue.start() - phrase.startMilliseconds()) <= 1000
                        || cue.start() < phrase.startMilliseconds()
                            && cue.end() > phrase.startMilliseconds());
      }
    }
  }

  private static Transcript interruptions(Random random, long duration) {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long at = random.nextInt(60_000);
      List<Word> words = new ArrayList<>();
      for (int j = 1 + random.nextInt(12); j > 0; j--) {
        long length = random.nextInt(4) == 0 ? 0 : random.nextInt(1000);
        words.add(new Word(VOCABULARY[random.nextInt(VOCABULARY.length)], at, at + length, 1));
        at += length + random.nextInt(200);
      }
      phrases.add(Transcripts.phrase(0, words.toArray(Word[]::new)).withSpeaker(1 + i % 3));
    }
    phrases.sort(Comparator.comparingLong(Phrase::startMilliseconds));
    Transcript whole = Transcripts.mono();
    return new Transcript(
        whole.source(), whole.timestamp(), duration, List.of(0), phrases, whole.provenance());
  }

  private static Transcript speech(Random random) {
    List<Phrase> phrases = new ArrayList<>();
    for (int channel = 0; channel < 2; channel++) {
      long at = random.nextInt(2000);
      for (int i = 0; i < 30; i++) {
        List<Word> words = new ArrayList<>();
        for (int j = 1 + random.nextInt(40); j > 0; j--) {
          long length = random.nextInt(6) == 0 ? 0 : random.nextInt(800);
          String word = VOCABULARY[random.nextInt(VOCABULARY.length)];
          words.add(new Word(word, at, at + length, random.nextDouble()));
          at = Math.max(0, at + length + random.nextInt(300) - 100); // may overlap
        }
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        boolean timed = random.nextInt(5) > 0;
        long start = words.get(0).startMilliseconds();
        phrases.add(
            timed
                ? Transcripts.phrase(channel, text, words)
                : Transcripts.withoutWords(channel, start, Math.max(start, at), text));
        at += random.nextInt(4000);
      }
    }
    return Transcripts.of(List.of(0, 1), phrases.toArray(Phrase[]::new));
  }

  private static String letters(List<String> texts) {
    return String.join("", texts).replaceAll("\\s+", "");
  }
}
