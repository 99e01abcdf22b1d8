// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.audio.AudioFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Transcripts made for tests. */
public final class Transcripts {
  static final AudioFacts AUDIO =
      new AudioFacts(
          "wav",
          "pcm_s16le",
          8000,
          2,
          60_000,
          60_000,
          0.000125,
          -0.5,
          -23.25,
          true,
          "split",
          false);

  private Transcripts() {}

  /** A transcript of a minute with those channels, which must include those of the phrases. */
  public static Transcript of(List<Integer> channels, Phrase... phrases) {
    List<Phrase> sorted =
        Stream.of(phrases)
            .sorted(
                Comparator.comparingInt(Phrase::channel)
                    .thenComparingLong(Phrase::startMilliseconds))
            .toList();
    long end = sorted.stream().mapToLong(Phrase::endMilliseconds).max().orElse(0);
    return new Transcript(
        "calls/first call.wav",
        Instant.parse("2026-11-21T10:20:30.987654321Z"),
        Math.max(60_000, end),
        channels,
        sorted,
        provenance());
  }

  public static Transcript mono(Phrase... phrases) {
    return of(List.of(0), phrases);
  }

  public static Provenance provenance() {
    return new Provenance(
        "0.1.0",
        "vosk",
        "vosk-small-ko",
        "sha256:0123456789abcdef",
        "ko-KR",
        List.of(),
        "transcribe",
        "fedcba9876543210",
        AUDIO,
        0.4375,
        List.of(new SegmentSpan(0, 500, 4500), new SegmentSpan(1, 5000, 17_345)),
        List.of(new Flag("repetition", 1, 5000, 6200, "said 12 times")),
        null,
        null,
        null);
  }

  /** A phrase whose words, divided by spaces, each take the same time. */
  public static Phrase phrase(int channel, long start, long millisecondsPerWord, String text) {
    List<Word> words = new ArrayList<>();
    long at = start;
    for (String word : text.split(" ")) {
      words.add(new Word(word, at, at + millisecondsPerWord, 0.9));
      at += millisecondsPerWord;
    }
    return phrase(channel, text, words);
  }

  public static Phrase phrase(int channel, Word... words) {
    return phrase(channel, Stream.of(words).map(Word::text).collect(joining(" ")), List.of(words));
  }

  public static Phrase phrase(int channel, String text, List<Word> words) {
    return phrase(channel, Reading.verbatim(text, 0.912345, words));
  }

  /** A phrase of the first channel with a display form for each word. */
  public static Phrase spelled(String text, List<Word> words, String... spellings) {
    return phrase(0, Reading.spelled(text, 0.912345, words, List.of(spellings)));
  }

  /** A phrase that lasts as long as the words of its reading. */
  public static Phrase phrase(int channel, Reading reading) {
    List<Word> words = reading.words();
    return new Phrase(
        channel,
        words.get(0).startMilliseconds(),
        words.get(words.size() - 1).endMilliseconds(),
        null,
        List.of(reading));
  }

  /** A phrase without words. */
  public static Phrase withoutWords(int channel, long start, long end, String text) {
    return new Phrase(channel, start, end, null, List.of(Reading.verbatim(text, 0.5, List.of())));
  }
}
