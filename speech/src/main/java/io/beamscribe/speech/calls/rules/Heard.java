// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.PhrasePattern;
import io.beamscribe.speech.calls.said.Role;
import io.beamscribe.speech.calls.said.Said;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is heard in a call, in which rules look things up. Immutable.
 *
 * @param start when the first word begins, in milliseconds
 * @param end when the last one ends
 */
record Heard(List<Voice> voices, Cues cues, long start, long end) {
  /** All that one party says. */
  record Voice(int party, Role role, List<Word> words) {}

  static Heard of(List<Said> said, Cues cues) {
    Map<Integer, Voice> voices = new TreeMap<>();
    for (Said each : said) {
      voices
          .computeIfAbsent(each.party(), party -> new Voice(party, each.role(), new ArrayList<>()))
          .words()
          .addAll(each.words());
    }
    return new Heard(
        List.copyOf(voices.values()),
        cues,
        said.stream().mapToLong(each -> each.phrase().startMilliseconds()).min().orElse(0),
        said.stream().mapToLong(each -> each.phrase().endMilliseconds()).max().orElse(0));
  }

  /** All places of some phrases, by time. */
  List<Mention> find(List<PhrasePattern> patterns, Optional<Role> by) {
    List<Mention> mentions = new ArrayList<>();
    for (Voice voice : voices) {
      if (by.isEmpty() || by.get() == voice.role()) {
        for (PhrasePattern pattern : patterns) {
          for (PhrasePattern.Found found : pattern.find(voice.words())) {
            mentions.add(mention(voice, found));
          }
        }
      }
    }
    mentions.sort(
        Comparator.comparingLong(Mention::offsetMilliseconds)
            .thenComparingInt(Mention::party)
            .thenComparing(Mention::text));
    return mentions.stream().distinct().toList();
  }

  private static Mention mention(Voice voice, PhrasePattern.Found found) {
    List<Word> words = voice.words().subList(found.firstWord(), found.endWord());
    long start = words.get(0).startMilliseconds();
    return new Mention(
        words.stream().map(Word::text).collect(joining(" ")),
        voice.party(),
        voice.role().label(),
        start,
        words.get(words.size() - 1).endMilliseconds() - start);
  }
}
