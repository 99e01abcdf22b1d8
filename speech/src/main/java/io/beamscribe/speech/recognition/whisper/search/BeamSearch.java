// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Beam search with patience 1 for the text of a window: the best of as many finished texts as the
 * beam is wide, by their mean log probability. With a beam of 1 the likeliest token is always next.
 * It works step by step, so that the steps of several windows can be decoded together.
 */
public final class BeamSearch {
  private final TokenRules rules;
  private final Vocabulary vocabulary;
  private final int width;
  private final int room;
  private final List<Hypothesis> finished = new ArrayList<>();
  private List<TokenNode> beam;
  private boolean done;

  /**
   * @param width number of hypotheses kept at each step
   * @param room the most tokens of a text
   */
  public BeamSearch(
      TokenDecoder.Said prompt, int width, TokenRules rules, Vocabulary vocabulary, int room) {
    this.rules = rules;
    this.vocabulary = vocabulary;
    this.width = width;
    this.room = room;
    this.beam = List.of(prompt.last());
    take(List.of(prompt.textAfter(vocabulary)));
  }

  /** A token that may be next. */
  private record Candidate(TokenNode parent, Choice choice, double sum) {}

  public boolean done() {
    return done;
  }

  /** The tokens after which logits are needed next, at most the width of the beam. */
  public List<TokenNode> beam() {
    return beam;
  }

  /**
   * Advances by a token.
   *
   * @param logits after each of the {@link #beam}, which are written to
   */
  public void take(List<float[]> logits) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < beam.size(); i++) {
      TokenNode node = beam.get(i);
      rules.apply(node, logits.get(i));
      for (Choice choice : Logits.best(logits.get(i), width + 1)) {
        candidates.add(new Candidate(node, choice, node.sum + choice.logProbability()));
      }
    }
    // A stable sort: of equals, the one of the better branch comes first.
    candidates.sort(Comparator.comparingDouble((Candidate each) -> -each.sum()));
    beam = next(candidates);
    done =
        finished.size() >= width
            || beam.isEmpty()
            || beam.get(0).length >= room
            || Repetition.loops(beam.get(0));
  }

  /**
   * An end counts only if it is among the best candidates, as many as the beam is wide; later ones
   * only fill up the beam. As in CTranslate2: OpenAI's own search counts every end that it meets
   * while filling the beam, and finishes while a better text is one token short.
   */
  private List<TokenNode> next(List<Candidate> candidates) {
    List<TokenNode> next = new ArrayList<>();
    for (int rank = 0; rank < candidates.size() && next.size() < width; rank++) {
      Candidate each = candidates.get(rank);
      if (each.choice().token() != vocabulary.endOfText) {
        next.add(each.parent().child(each.choice().token(), each.choice().logProbability()));
      } else if (rank < width) {
        finished.add(new Hypothesis(each.parent().path(), each.sum(), true));
      }
    }
    return next;
  }

  /** The best finished hypothesis or, if there is none, the best unfinished one. */
  public Hypothesis best() {
    return Hypothesis.best(finished, beam);
  }
}
