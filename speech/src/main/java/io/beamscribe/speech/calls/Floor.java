// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks when: the turns of diarization, or else the phrases of each channel. The number of a
 * party is that of the speaker, or of the channel from 1. Immutable.
 *
 * @param diarized whether parties are speakers: then what has no speaker is nobody's
 * @param turns by their start
 */
record Floor(boolean diarized, List<SpeakerTurn> turns) {
  /** The party of announcements, which no speaker says. */
  static final int NOBODY = 0;

  /** A reply that is shorter breaks no monologue. */
  private static final long REPLY = 1000;

  /** A longer pause ends a monologue. */
  private static final long PAUSE = 5000;

  static Floor of(Transcript transcript) {
    List<Phrase> phrases = transcript.phrases();
    Provenance provenance = transcript.provenance();
    List<SpeakerTurn> turns = provenance == null ? null : provenance.turns();
    boolean diarized =
        turns != null || phrases.stream().anyMatch(phrase -> phrase.speaker() != null);
    if (turns == null) {
      turns =
          phrases.stream()
              .filter(phrase -> party(diarized, phrase) != NOBODY)
              .map(phrase -> turn(diarized, phrase))
              .toList();
    }
    return new Floor(
        diarized,
        turns.stream()
            .sorted(
                Comparator.comparingLong(SpeakerTurn::startMilliseconds)
                    .thenComparingInt(SpeakerTurn::speaker))
            .toList());
  }

  /** The party that says a phrase; {@link #NOBODY} if none does. */
  int party(Phrase phrase) {
    return party(diarized, phrase);
  }

  private static int party(boolean diarized, Phrase phrase) {
    if (phrase.speaker() != null) {
      return phrase.speaker();
    }
    return diarized ? NOBODY : phrase.channel() + 1;
  }

  private static SpeakerTurn turn(boolean diarized, Phrase phrase) {
    return new SpeakerTurn(
        party(diarized, phrase),
        phrase.channel(),
        phrase.startMilliseconds(),
        phrase.endMilliseconds());
  }

  Map<Integer, List<SpeakerTurn>> byParty() {
    return turns.stream().collect(groupingBy(SpeakerTurn::speaker, TreeMap::new, toList()));
  }

  /** The times in which any of some turns lasts, by time, none beside another. */
  static List<Stretch> union(List<SpeakerTurn> turns) {
    List<Stretch> all = new ArrayList<>();
    long start = 0;
    long end = -1;
    for (SpeakerTurn turn : turns) {
      if (end < 0 || turn.startMilliseconds() > end) {
        if (end > start) {
          all.add(new Stretch(start, end - start));
        }
        start = turn.startMilliseconds();
        end = start;
      }
      end = Math.max(end, turn.endMilliseconds());
    }
    if (end > start) {
      all.add(new Stretch(start, end - start));
    }
    return all;
  }

  static long length(List<Stretch> stretches) {
    return stretches.stream().mapToLong(Stretch::durationMilliseconds).sum();
  }

  /** How often a party begins to speak after another one. */
  int turns(int party) {
    int count = 0;
    int last = -1;
    for (SpeakerTurn turn : turns) {
      count += turn.speaker() == party && last != party ? 1 : 0;
      last = turn.speaker();
    }
    return count;
  }

  /** The longest speech of a party that no other broke with more than a short reply. */
  @Nullable Stretch longestMonologue(int party) {
    Stretch longest = null;
    long start = -1;
    long end = -1;
    boolean broken = false;
    for (SpeakerTurn turn : turns) {
      if (turn.speaker() == party) {
        if (start < 0 || broken || turn.startMilliseconds() - end > PAUSE) {
          start = turn.startMilliseconds();
          end = start;
        }
        end = Math.max(end, turn.endMilliseconds());
        broken = false;
        if (longest == null || end - start > longest.durationMilliseconds()) {
          longest = new Stretch(start, end - start);
        }
      } else if (turn.durationMilliseconds() >= REPLY) {
        broken = true;
      }
    }
    return longest;
  }
}
