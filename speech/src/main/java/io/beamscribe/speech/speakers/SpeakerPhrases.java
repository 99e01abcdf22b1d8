// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Merges turns and words: each word gets the speaker of its time, a single word within a sentence
 * follows the words around it, and a phrase is cut where the speaker changes. A phrase that is cut
 * keeps only its best reading. Words of an echo are left out, since they are in the channel where
 * they are said; those of an announcement have no speaker.
 */
public final class SpeakerPhrases {
  /** A word separated from its neighbours by less is part of their sentence. */
  private static final long PAUSE = 300;

  /**
   * How far from an echo a word may be and still belong to it. Farther away it is something that is
   * said here, and must not be lost because an echo happens to be nearest.
   */
  private static final long ECHOING = 1000;

  private static final int ECHO = -1;
  private static final int ANNOUNCEMENT = -2;

  private final TurnIndex turns;

  /** Without what nobody says here. */
  private final TurnIndex said;

  /** Only that. */
  private final TurnIndex nobodys;

  private final List<Flag> leftOut = new ArrayList<>();
  private final TreeMap<Integer, Integer> withoutTurns = new TreeMap<>();
  private int speakers;

  /**
   * @param turns of the whole file
   */
  public SpeakerPhrases(List<SpeakerTurn> turns) {
    this(turns, List.of());
  }

  /**
   * @param turns of the whole file
   * @param nobodys what is not said by any of the speakers
   */
  public SpeakerPhrases(List<SpeakerTurn> turns, List<NobodysSpeech> nobodys) {
    List<SpeakerTurn> all = new ArrayList<>(turns);
    nobodys.forEach(speech -> all.add(turn(speech)));
    this.turns = new TurnIndex(all);
    this.said = new TurnIndex(turns);
    this.nobodys = new TurnIndex(nobodys.stream().map(SpeakerPhrases::turn).toList());
    this.speakers = turns.stream().mapToInt(SpeakerTurn::speaker).max().orElse(0);
  }

  private static SpeakerTurn turn(NobodysSpeech speech) {
    return new SpeakerTurn(
        speech.kind() == NobodysSpeech.Kind.ECHO ? ECHO : ANNOUNCEMENT,
        speech.channel(),
        speech.startMilliseconds(),
        speech.endMilliseconds());
  }

  /** Returns phrases with their speakers, in the order of the originals. */
  public List<Phrase> label(List<Phrase> phrases) {
    List<Phrase> labelled = new ArrayList<>();
    for (Phrase phrase : phrases) {
      label(phrase, labelled);
    }
    return labelled;
  }

  private void label(Phrase phrase, List<Phrase> labelled) {
    List<Word> words = phrase.best().words();
    if (words.isEmpty()) {
      int speaker =
          speaker(
              phrase.channel(),
              phrase.startMilliseconds(),
              phrase.endMilliseconds(),
              OptionalInt.empty());
      add(phrase, speaker, labelled);
      return;
    }
    int[] speakers = speakers(phrase.channel(), words);
    int from = 0;
    for (int to = 1; to <= words.size(); to++) {
      if (to == words.size() || speakers[to] != speakers[from]) {
        boolean whole = to - from == words.size();
        Phrase part = whole ? phrase : part(phrase, from, to);
        add(part, speakers[from], labelled);
        from = to;
      }
    }
  }

  private void add(Phrase phrase, int speaker, List<Phrase> labelled) {
    if (speaker == ECHO) {
      leftOut.add(
          new Flag(
              Flag.ECHO,
              phrase.channel(),
              phrase.startMilliseconds(),
              phrase.endMilliseconds(),
              ""));
    } else {
      labelled.add(speaker == ANNOUNCEMENT ? phrase : phrase.withSpeaker(speaker));
    }
  }

  /** Flags of what the phrases labelled so far have as echo. */
  List<Flag> leftOut() {
    return leftOut;
  }

  private int[] speakers(int channel, List<Word> words) {
    int[] speakers = new int[words.size()];
    OptionalInt before = OptionalInt.empty();
    for (int i = 0; i < speakers.length; i++) {
      Word word = words.get(i);
      speakers[i] = speaker(channel, word.startMilliseconds(), word.endMilliseconds(), before);
      before = OptionalInt.of(speakers[i]);
    }
    for (int i = 1; i + 1 < speakers.length; i++) {
      boolean single = speakers[i - 1] != speakers[i] && speakers[i - 1] == speakers[i + 1];
      if (single && near(words.get(i - 1), words.get(i)) && near(words.get(i), words.get(i + 1))) {
        speakers[i] = speakers[i - 1];
      }
    }
    return speakers;
  }

  private static boolean near(Word one, Word next) {
    return next.startMilliseconds() - one.endMilliseconds() < PAUSE;
  }

  /** A channel that has words but no turns gets a speaker of its own. */
  private int speaker(int channel, long start, long end, OptionalInt before) {
    OptionalInt found = turns.speaker(channel, start, end, before);
    if (found.equals(OptionalInt.of(ECHO))
        && !nobodys.isSpoken(channel, start - ECHOING, end + ECHOING)) {
      found = said.speaker(channel, start, end, before);
    }
    return found.isPresent()
        ? found.getAsInt()
        : withoutTurns.computeIfAbsent(channel, key -> ++speakers);
  }

  /** Part of the words of a phrase; the ends of the phrase stay where they are. */
  private static Phrase part(Phrase phrase, int from, int to) {
    List<Word> words = phrase.best().words();
    List<Word> own = words.subList(from, to);
    long start = from == 0 ? phrase.startMilliseconds() : own.get(0).startMilliseconds();
    long end =
        to == words.size()
            ? phrase.endMilliseconds()
            : own.stream().mapToLong(Word::endMilliseconds).max().orElse(start);
    return phrase
        .between(start, Math.max(start, end))
        .withReadings(List.of(phrase.best().part(from, to)));
  }
}
