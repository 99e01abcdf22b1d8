// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.scoring.alignment.Aligner;
import io.beamscribe.speech.scoring.alignment.AlignmentRule;
import io.beamscribe.speech.scoring.alignment.Edit;
import io.beamscribe.speech.scoring.alignment.EditCounts;
import io.beamscribe.speech.scoring.alignment.EditKind;
import io.beamscribe.speech.scoring.confidence.Calibration;
import io.beamscribe.speech.scoring.normalization.Tokens;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.speech.scoring.results.AlignedWord;
import io.beamscribe.speech.scoring.results.WordTimes;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of some utterances, in the order in which they were said, beside those of some phrases.
 * For one use.
 */
final class WordScore {
  private static final Aligner CHARACTERS = new Aligner(AlignmentRule.LEVENSHTEIN);

  private final List<Utterance> utterances;
  private final List<Token> reference;
  private final List<Token> hypothesis;
  private final List<Edit> edits;

  WordScore(
      List<Utterance> utterances, List<Phrase> phrases, String locale, ScoringOptions options) {
    this.utterances = utterances;
    this.reference = TokenList.ofUtterances(utterances, options.normalizer(), locale);
    this.hypothesis = TokenList.ofPhrases(phrases, options.normalizer(), locale);
    this.edits = new Aligner(options.alignment()).align(texts(reference), texts(hypothesis));
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toList();
  }

  EditCounts words() {
    return EditCounts.of(edits);
  }

  EditCounts characters() {
    return EditCounts.of(
        CHARACTERS.align(
            Tokens.characters(texts(reference)), Tokens.characters(texts(hypothesis))));
  }

  /** Edits of the characters of some steps, as those of an utterance. */
  EditCounts characters(List<Edit> some) {
    List<String> said = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Edit edit : some) {
      if (edit.kind() != EditKind.INSERTION) {
        said.add(reference.get(edit.reference()).text());
      }
      if (edit.kind() != EditKind.DELETION) {
        found.add(hypothesis.get(edit.hypothesis()).text());
      }
    }
    return EditCounts.of(CHARACTERS.align(Tokens.characters(said), Tokens.characters(found)));
  }

  /** The steps of each utterance; a word that was inserted between two goes to the nearer one. */
  List<List<Edit>> byUtterance() {
    List<List<Edit>> all = new ArrayList<>();
    utterances.forEach(utterance -> all.add(new ArrayList<>()));
    for (Edit edit : edits) {
      if (!all.isEmpty()) {
        all.get(utterance(edit)).add(edit);
      }
    }
    return all;
  }

  private int utterance(Edit edit) {
    int next =
        edit.reference() < reference.size()
            ? reference.get(edit.reference()).utterance()
            : utterances.size() - 1;
    if (edit.kind() != EditKind.INSERTION) {
      return next;
    }
    int before = edit.reference() > 0 ? reference.get(edit.reference() - 1).utterance() : next;
    Token word = hypothesis.get(edit.hypothesis());
    double toBefore = word.start() - utterances.get(before).end();
    double toNext = utterances.get(next).start() - word.end();
    return toNext < toBefore ? next : before;
  }

  AlignedWord aligned(Edit edit) {
    boolean inserted = edit.kind() == EditKind.INSERTION;
    boolean deleted = edit.kind() == EditKind.DELETION;
    Token said = inserted ? null : reference.get(edit.reference());
    Token found = deleted ? null : hypothesis.get(edit.hypothesis());
    Token timed = found != null ? found : near(edit, said);
    return new AlignedWord(
        edit.kind(),
        said == null ? "" : said.text(),
        found == null ? "" : found.text(),
        milliseconds(timed == null ? Double.NaN : timed.start()),
        milliseconds(timed == null ? Double.NaN : timed.end()),
        found == null || Double.isNaN(found.confidence()) ? -1 : found.confidence());
  }

  /** What tells the time of a word that was deleted: itself, or the word that follows. */
  private @Nullable Token near(Edit edit, @Nullable Token said) {
    if (said != null && !Double.isNaN(said.start())) {
      return said;
    }
    if (hypothesis.isEmpty()) {
      return said;
    }
    return hypothesis.get(Math.min(edit.hypothesis(), hypothesis.size() - 1));
  }

  private static long milliseconds(double seconds) {
    return Double.isNaN(seconds) ? -1 : Math.round(seconds * 1e3);
  }

  WordTimes times() {
    WordTimes times = WordTimes.NONE;
    for (Edit edit : edits) {
      if (edit.kind() == EditKind.CORRECT) {
        Token said = reference.get(edit.reference());
        Token found = hypothesis.get(edit.hypothesis());
        if (said.own() && found.own()) {
          times =
              times.plus(
                  WordTimes.of(
                      Math.abs(said.start() - found.start()), Math.abs(said.end() - found.end())));
        }
      }
    }
    return times;
  }

  void calibrate(Calibration.Builder calibration) {
    for (Edit edit : edits) {
      if (edit.kind() != EditKind.DELETION) {
        double confidence = hypothesis.get(edit.hypothesis()).confidence();
        if (!Double.isNaN(confidence)) {
          calibration.add(confidence, edit.kind() == EditKind.CORRECT);
        }
      }
    }
  }
}
