// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Calls made for tests: the agent on the second channel, four words a second. */
public final class Calls {
  /** About a refund; with a hold, an interruption and a short reply. */
  public static final Transcript REFUND =
      of(
          "en-US",
          said(1, 1000, "Thank you for calling Contoso, how can I help?"),
          said(0, 4000, "Hi, I ordered a coffee machine, and it arrived broken."),
          said(0, 7000, "I want a refund for the coffee machine, this is terrible."),
          said(1, 7500, "okay"),
          said(1, 11_000, "I'm sorry to hear that. Please hold on while I check your order."),
          said(0, 24_000, "The display was cracked when I opened the box this morning."),
          said(1, 25_500, "I see it here, the coffee machine was damaged by the carrier."),
          said(1, 30_000, "I will send the refund to your card within three business days."),
          said(0, 34_000, "Perfect, thank you so much, that is great."),
          said(1, 37_000, "You're welcome, have a great day, goodbye."));

  private Calls() {}

  /** A phrase whose words take a quarter of a second each. */
  public static Phrase said(int channel, long start, String display) {
    List<Word> words = new ArrayList<>();
    List<String> shown = List.of(display.split(" "));
    long at = start;
    for (String each : shown) {
      words.add(
          new Word(each.toLowerCase(Locale.ROOT).replaceAll("[.,?!]", ""), at, at + 250, 0.9));
      at += 250;
    }
    return new Phrase(
        channel, start, at, null, List.of(Reading.spelled(display, 0.9, words, shown)));
  }

  /** A call of forty seconds. */
  public static Transcript of(String locale, Phrase... phrases) {
    return new Transcript(
        "file:///calls/refund.wav",
        Instant.EPOCH,
        40_000,
        List.of(0, 1),
        Stream.of(phrases)
            .map(phrase -> phrase.withLocale(locale))
            .sorted(
                Comparator.comparingInt(Phrase::channel)
                    .thenComparingLong(Phrase::startMilliseconds))
            .toList(),
        null);
  }
}
