// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.conversations.Diarization;
import io.beamscribe.speech.scoring.conversations.DiarizationCounts;
import io.beamscribe.speech.scoring.conversations.Permutation;
import io.beamscribe.speech.scoring.conversations.Region;
import io.beamscribe.speech.scoring.conversations.TimedWord;
import io.beamscribe.speech.scoring.conversations.Turn;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores of who said what, and when. */
final class ConversationScore {
  private ConversationScore() {}

  /** Edits with speakers, without and with times. */
  record Edits(EditCounts cp, EditCounts tcp) {}

  /** Scores the words of each speaker; with times only if all utterances have these. */
  static Edits edits(
      List<Utterance> utterances, Transcript hypothesis, String locale, ScoringOptions options) {
    List<Utterance> sorted = sorted(utterances);
    Map<String, List<TimedWord>> reference = new TreeMap<>();
    for (Token token : TokenList.ofUtterances(sorted, options.normalizer(), locale)) {
      add(reference, sorted.get(token.utterance()).speaker(), token);
    }
    List<Phrase> phrases =
        hypothesis.phrases().stream()
            .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
            .toList();
    Map<String, List<TimedWord>> found = new TreeMap<>();
    for (Token token : TokenList.ofPhrases(phrases, options.normalizer(), locale)) {
      add(found, speaker(phrases.get(token.utterance())), token);
    }
    // Phrases of one speaker may overlap; unknown times leave the order as it is.
    found.values().forEach(words -> words.sort(Comparator.comparingDouble(TimedWord::start)));
    boolean timed =
        sorted.stream().allMatch(Utterance::isTimed)
            && phrases.stream().allMatch(phrase -> phrase.endMilliseconds() > 0);
    return new Edits(
        Permutation.cp(reference, found),
        timed ? Permutation.tcp(reference, found, options.wordCollar()) : EditCounts.NONE);
  }

  private static void add(Map<String, List<TimedWord>> words, String speaker, Token token) {
    words
        .computeIfAbsent(speaker, key -> new ArrayList<>())
        .add(new TimedWord(token.text(), token.start(), token.end()));
  }

  static List<Utterance> sorted(List<Utterance> utterances) {
    boolean timed = utterances.stream().allMatch(Utterance::isTimed);
    return timed
        ? utterances.stream().sorted(Comparator.comparingDouble(Utterance::start)).toList()
        : utterances;
  }

  /** Where speakers are not told apart, those on different channels are. */
  private static String speaker(Phrase phrase) {
    return phrase.speaker() == null ? "channel " + phrase.channel() : "" + phrase.speaker();
  }

  /** Whether anything is known of the speakers of a result. */
  static boolean hasSpeakers(Transcript hypothesis) {
    Provenance provenance = hypothesis.provenance();
    return provenance != null && provenance.turns() != null
        || hypothesis.phrases().stream().anyMatch(phrase -> phrase.speaker() != null);
  }

  /** Scores the turns over the whole file. */
  static DiarizationCounts diarization(
      List<Turn> reference, Transcript hypothesis, ScoringOptions options) {
    List<Turn> found = turns(hypothesis);
    double end = hypothesis.durationMilliseconds() / 1e3;
    for (Turn turn : reference) {
      end = Math.max(end, turn.end());
    }
    for (Turn turn : found) {
      end = Math.max(end, turn.end());
    }
    return Diarization.score(reference, found, List.of(new Region(0, end)), options.collar());
  }

  /** The turns of utterances, as far as speakers and times are known. */
  static List<Turn> turns(List<Utterance> utterances) {
    return utterances.stream()
        .filter(each -> each.isTimed() && !each.speaker().isEmpty())
        .map(each -> new Turn(each.speaker(), each.start(), each.end()))
        .toList();
  }

  private static List<Turn> turns(Transcript hypothesis) {
    Provenance provenance = hypothesis.provenance();
    if (provenance != null && provenance.turns() != null) {
      return provenance.turns().stream().map(ConversationScore::turn).toList();
    }
    List<Turn> turns = new ArrayList<>();
    for (Phrase phrase : hypothesis.phrases()) {
      if (phrase.speaker() != null) {
        turns.add(
            new Turn(
                "" + phrase.speaker(),
                phrase.startMilliseconds() / 1e3,
                phrase.endMilliseconds() / 1e3));
      }
    }
    return turns;
  }

  private static Turn turn(SpeakerTurn turn) {
    return new Turn(
        "" + turn.speaker(), turn.startMilliseconds() / 1e3, turn.endMilliseconds() / 1e3);
  }
}
