// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.search;

import io.beamscribe.speech.recognition.whisper.biasing.Favour;
import io.beamscribe.speech.recognition.whisper.search.Logits.Choice;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Beam search with patience 1 for the text of a window: the best of as many finished texts as the
 * beam is wide, by their mean log probability. With a beam of 1 the likeliest token is always next.
 * It works step by step, so that the steps of several windows can be decoded together.
 *
 * <p>With listed phrases, what complete ones earn counts like probability. A few places of the beam
 * are open to hypotheses in the middle of one, by what they hope to earn; the others go by what is
 * sure, so that hopes that come to nothing drive out no good text.
 */
public final class BeamSearch {
  private final TokenRules rules;
  private final Vocabulary vocabulary;
  private final int width;
  private final int sure;
  private final int room;
  private final List<Hypothesis> finished = new ArrayList<>();
  private List<TokenNode> beam;

  /** Of each hypothesis of the beam; null for all if no phrases are listed. */
  private List<@Nullable Favour> progress = new ArrayList<>();

  private boolean done;

  /**
   * @param width number of hypotheses kept at each step
   * @param phrases to favour; null for none
   * @param room the most tokens of a text
   */
  public BeamSearch(
      TokenDecoder.Said prompt,
      int width,
      TokenRules rules,
      Vocabulary vocabulary,
      @Nullable Favour phrases,
      int room) {
    this.rules = rules;
    this.vocabulary = vocabulary;
    this.width = width;
    // never more than half of it goes by hope
    this.sure = phrases == null ? width : width - Math.min(phrases.places(), width / 2);
    this.room = room;
    this.beam = List.of(prompt.last());
    progress.add(phrases);
    take(List.of(prompt.textAfter(vocabulary)));
  }

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
      Favour before = progress.get(i);
      rules.apply(node, logits.get(i));
      List<Choice> best = Logits.best(logits.get(i), width + 1);
      for (Choice choice : best) {
        candidates.add(candidate(node, before, choice));
      }
      if (before != null && !best.isEmpty()) {
        for (Choice choice : ListedTokens.of(before, logits.get(i), best)) {
          candidates.add(candidate(node, before, choice));
        }
      }
    }
    // A stable sort: of equals, the one of the better branch comes first.
    candidates.sort(Comparator.comparingDouble((Candidate each) -> -each.score()));
    advance(next(candidates));
    done =
        finished.size() >= width
            || beam.isEmpty()
            || beam.get(0).length >= room
            || Repetition.loops(beam.get(0));
  }

  private Candidate candidate(TokenNode node, @Nullable Favour before, Choice choice) {
    return choice.token() == vocabulary.endOfText
        ? Candidate.end(node, choice, before)
        : Candidate.token(node, choice, before == null ? null : before.with(choice.token()));
  }

  /**
   * An end counts only if it is among the best candidates, as many as the beam is wide; later ones
   * only fill up the beam. As in CTranslate2: OpenAI's own search counts every end that it meets
   * while filling the beam, and finishes while a better text is one token short.
   */
  private List<Candidate> next(List<Candidate> candidates) {
    List<Candidate> next = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (int rank = 0; rank < candidates.size(); rank++) {
      Candidate each = candidates.get(rank);
      if (each.choice().token() != vocabulary.endOfText) {
        (next.size() < sure ? next : others).add(each);
      } else if (rank < width && next.size() < width) {
        finished.add(each.finished());
      }
    }
    others.sort(Comparator.comparingDouble((Candidate each) -> -each.hope()));
    next.addAll(others.subList(0, Math.min(width - next.size(), others.size())));
    return next;
  }

  private void advance(List<Candidate> next) {
    beam = next.stream().map(Candidate::node).toList();
    progress = new ArrayList<>();
    next.forEach(each -> progress.add(each.progress()));
  }

  /** The best finished hypothesis or, if there is none, the best unfinished one. */
  public Hypothesis best() {
    if (!finished.isEmpty()) {
      return Hypothesis.best(finished);
    }
    List<Hypothesis> live = new ArrayList<>();
    for (int i = 0; i < beam.size(); i++) {
      Favour each = progress.get(i);
      double bonus = each == null ? 0 : each.atEnd();
      live.add(new Hypothesis(beam.get(i).path(), beam.get(i).sum, bonus, false));
    }
    return Hypothesis.best(live);
  }
}
