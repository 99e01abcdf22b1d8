package io.beamscribe.speech.recognition.whisper;

import ai.onnxruntime.OrtException;
import io.beamscribe.speech.recognition.whisper.Logits.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Searches for the text that fits a window best. For one thread. */
final class TextSearch {
  /** Texts that are drawn at once where drawing is what is left. */
  private static final int DRAWN = 5;

  private final TokenDecoder decoder;
  private final TokenRules rules;
  private final Vocabulary vocabulary;

  /** Tokens that the decoder has places for. */
  private final int context;

  TextSearch(TokenDecoder decoder, TokenRules rules, WhisperModel model) {
    this.decoder = decoder;
    this.rules = rules;
    this.vocabulary = model.vocabulary();
    this.context = model.dimensions().context();
  }

  private record Branch(TokenNode node, float[] logits) {}

  /** A token that may be next. */
  private record Candidate(TokenNode parent, Choice choice, double sum) {}

  /**
   * Beam search with patience 1: the best of as many finished texts as the beam is wide, by their
   * mean log probability. With a beam of 1 the likeliest token is always next.
   */
  Hypothesis beam(TokenDecoder.Said prompt, int width) throws OrtException {
    List<Hypothesis> finished = new ArrayList<>();
    List<Branch> beam = List.of(first(prompt));
    int room = room(prompt);
    while (finished.size() < width && beam.get(0).node().length < room) {
      List<TokenNode> next = next(beam, width, finished);
      if (finished.size() >= width || next.isEmpty() || loops(next.get(0))) {
        return best(finished, next);
      }
      beam = branches(next, decoder.step(next));
    }
    return best(finished, beam.stream().map(Branch::node).toList());
  }

  private List<TokenNode> next(List<Branch> beam, int width, List<Hypothesis> finished) {
    List<Candidate> candidates = new ArrayList<>();
    for (Branch branch : beam) {
      rules.apply(branch.node(), branch.logits());
      for (Choice choice : Logits.best(branch.logits(), width + 1)) {
        candidates.add(
            new Candidate(branch.node(), choice, branch.node().sum + choice.logProbability()));
      }
    }
    // A stable sort: of equals, the one of the better branch comes first.
    candidates.sort(Comparator.comparingDouble((Candidate each) -> -each.sum()));
    List<TokenNode> next = new ArrayList<>();
    for (Candidate each : candidates) {
      if (each.choice().token() == vocabulary.endOfText) {
        finished.add(new Hypothesis(each.parent().path(), each.sum()));
      } else {
        next.add(each.parent().child(each.choice().token(), each.choice().logProbability()));
        if (next.size() == width) {
          break;
        }
      }
    }
    return next;
  }

  /**
   * The best of several texts that are drawn at random.
   *
   * @param seed of the randomness, so that the same window gives the same text
   */
  Hypothesis draw(TokenDecoder.Said prompt, double temperature, long seed) throws OrtException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Hypothesis> finished = new ArrayList<>();
    Branch first = first(prompt);
    rules.apply(first.node(), first.logits());
    List<TokenNode> live = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      take(first.node(), Logits.draw(first.logits(), temperature, random), live, finished);
    }
    int room = room(prompt);
    while (!live.isEmpty() && live.get(0).length < room) {
      float[][] logits = decoder.step(live);
      List<TokenNode> next = new ArrayList<>();
      for (int i = 0; i < live.size(); i++) {
        TokenNode node = live.get(i);
        rules.apply(node, logits[i]);
        if (loops(node)) {
          finished.add(new Hypothesis(node.path(), node.sum));
        } else {
          take(node, Logits.draw(logits[i], temperature, random), next, finished);
        }
      }
      live = next;
    }
    return best(finished, live);
  }

  private void take(
      TokenNode after, Choice choice, List<TokenNode> live, List<Hypothesis> finished) {
    if (choice.token() == vocabulary.endOfText) {
      finished.add(new Hypothesis(after.path(), after.sum + choice.logProbability()));
    } else {
      live.add(after.child(choice.token(), choice.logProbability()));
    }
  }

  /** The best that is finished, or, where nothing is, the best that is not. */
  private static Hypothesis best(List<Hypothesis> finished, List<TokenNode> live) {
    List<Hypothesis> all = new ArrayList<>(finished);
    if (all.isEmpty()) {
      live.forEach(node -> all.add(new Hypothesis(node.path(), node.sum)));
    }
    return all.stream()
        .max(Comparator.comparingDouble(Hypothesis::averageLogProbability))
        .orElseThrow();
  }

  /** The prompt's logits are asked for again at each attempt, and rules write into them. */
  private static Branch first(TokenDecoder.Said prompt) {
    float[][] logits = prompt.logits();
    return new Branch(prompt.last(), logits[logits.length - 1].clone());
  }

  private static List<Branch> branches(List<TokenNode> nodes, float[][] logits) {
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      branches.add(new Branch(nodes.get(i), logits[i]));
    }
    return branches;
  }

  private boolean loops(TokenNode node) {
    return Repetition.loops(node, vocabulary.firstTimestamp);
  }

  /** Tokens of a window, as in the reference: half of the places, where the prompt leaves them. */
  private int room(TokenDecoder.Said prompt) {
    return Math.min(context / 2, context - prompt.last().position - 1);
  }
}
