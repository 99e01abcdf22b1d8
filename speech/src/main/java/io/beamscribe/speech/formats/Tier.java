// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Texts;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a speaker says, or what is said on a channel, as programs for annotation need it: spans that
 * ascend, do not overlap and are at least a millisecond long.
 *
 * @param label empty if speakers are not distinguished
 */
record Tier(String label, List<Said> phrases) {
  /** A stretch of text from start to end, in milliseconds. */
  record Span(String text, long start, long end) {}

  /** A phrase, and its words, which lie within it. */
  record Said(Span phrase, List<Span> words) {}

  /** The tiers of a transcript, by when each is first heard. */
  static List<Tier> of(Transcript transcript) {
    Map<String, List<Phrase>> byLabel = new LinkedHashMap<>();
    for (Phrase phrase : transcript.phrasesByTime()) {
      byLabel
          .computeIfAbsent(transcript.label(phrase).orElse(""), key -> new ArrayList<>())
          .add(phrase);
    }
    List<Tier> tiers = new ArrayList<>();
    byLabel.forEach((label, phrases) -> tiers.add(new Tier(label, said(phrases))));
    return tiers;
  }

  private static List<Said> said(List<Phrase> phrases) {
    List<Said> all = new ArrayList<>();
    long free = 0;
    for (Phrase phrase : phrases) {
      List<Span> words = new ArrayList<>();
      long from = Math.max(free, phrase.startMilliseconds());
      long at = from;
      for (Word word : SpokenWords.shown(phrase)) {
        String text = Texts.oneLine(word.text());
        if (!text.isEmpty()) {
          long start = Math.max(at, word.startMilliseconds());
          at = Math.max(start + 1, word.endMilliseconds());
          words.add(new Span(text, start, at));
        }
      }
      String text = SpokenWords.text(phrase);
      if (!text.isEmpty()) {
        free = Math.max(Math.max(at, from + 1), phrase.endMilliseconds());
        all.add(new Said(new Span(text, from, free), words));
      }
    }
    return all;
  }
}
