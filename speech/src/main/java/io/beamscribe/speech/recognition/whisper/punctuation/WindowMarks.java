// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.punctuation;

import io.beamscribe.speech.recognition.whisper.search.TokenDecoder;
import io.beamscribe.speech.recognition.whisper.search.TokenNode;
import io.beamscribe.speech.recognition.whisper.tokens.BytePairs;
import io.beamscribe.speech.recognition.whisper.tokens.Vocabulary;
import io.beamscribe.speech.text.FirstCapital;
import io.beamscribe.speech.text.punctuation.MarkedWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Marks the words of one window. Several words are decoded at once, as if no mark stood between
 * them; where the decoder would rather write one, or another letter, the rest is done again. Not
 * thread-safe.
 */
final class WindowMarks {
  private final MarkTokens marks;
  private final List<String> words;
  private final List<int[]> lower = new ArrayList<>();
  private final List<int[]> upper = new ArrayList<>();
  private final String[] after;
  private final boolean[] capital;
  private final boolean pause;
  private final int room;

  private TokenNode node;
  private float[] logits;

  /** The next word, how many of its tokens are decoded, and whether the mark before it is. */
  private int word;

  private int offset;
  private boolean marked = true;
  private boolean done;
  private List<Planned> plan = List.of();

  /** A token to decode: a mark before a word, or a part of it. */
  private record Planned(TokenNode node, int word, boolean mark, boolean last) {
    /** Whether something is decided after it. */
    boolean decides() {
      return mark || last;
    }
  }

  /**
   * @param words of the window, at least one
   * @param pause whether silence follows the last
   * @param room tokens of a decoder
   */
  WindowMarks(
      List<String> words,
      String locale,
      boolean pause,
      MarkTokens marks,
      Vocabulary vocabulary,
      TokenDecoder.Said said,
      int room) {
    this.words = List.copyOf(words);
    this.marks = marks;
    this.pause = pause;
    this.room = room;
    this.node = said.last();
    this.logits = said.after();
    this.after = new String[words.size()];
    this.capital = new boolean[words.size()];
    Locale language = Locale.forLanguageTag(locale);
    for (int i = 0; i < words.size(); i++) {
      after[i] = "";
      lower.add(tokens(words.get(i), vocabulary));
      upper.add(tokens(FirstCapital.of(words.get(i), language), vocabulary));
    }
  }

  private int[] tokens(String text, Vocabulary vocabulary) {
    return BytePairs.encode(marks.spaced() ? " " + text : text, vocabulary).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  boolean done() {
    return done;
  }

  /** The next tokens to decode, each the child of the one before; at least one. */
  List<TokenNode> draft(int width) {
    plan = new ArrayList<>();
    if (offset == 0) {
      decide();
    }
    int next = word;
    int from = offset;
    int most = Math.min(width, room - 1 - node.position);
    while (plan.size() < most && next < words.size()) {
      int[] tokens = form(next);
      for (; from < tokens.length && plan.size() < most; from++) {
        plan(tokens[from], next, false, from + 1 == tokens.length);
      }
      next++;
      from = 0;
    }
    return plan.stream().map(Planned::node).toList();
  }

  /** The indexes of drafted tokens after which logits are needed; at least one. */
  int[] asked() {
    int[] deciding = IntStream.range(0, plan.size()).filter(i -> plan.get(i).decides()).toArray();
    return deciding.length > 0 ? deciding : new int[] {plan.size() - 1};
  }

  private void decide() {
    int mark = marked ? -1 : marks.between(logits);
    if (mark >= 0) {
      after[word - 1] = marks.mark(mark);
      capital[word] = marks.ends(mark);
      plan(marks.token(mark), word, true, false);
    } else {
      capital[word] = isCapital(word, logits);
    }
  }

  private void plan(int token, int at, boolean mark, boolean last) {
    TokenNode parent = plan.isEmpty() ? node : plan.get(plan.size() - 1).node();
    plan.add(new Planned(parent.child(token, 0), at, mark, last));
  }

  private int[] form(int number) {
    return (capital[number] ? upper : lower).get(number);
  }

  private boolean isCapital(int number, float[] now) {
    int[] great = upper.get(number);
    return great.length > 0 && now[great[0]] > now[lower.get(number)[0]];
  }

  /**
   * Takes the logits after each drafted token that was {@link #asked} for.
   *
   * @param rows valid during the call
   */
  void take(List<float[]> rows) {
    Iterator<float[]> each = rows.iterator();
    float[] now = logits;
    for (Planned token : plan) {
      if (!token.decides()) {
        continue;
      }
      now = each.next();
      int next = token.word() + 1;
      if (token.mark()) {
        if (isCapital(token.word(), now) != capital[token.word()]) {
          goOn(token, now, token.word(), 0, true);
          return;
        }
      } else if (token.last() && next < words.size()) {
        if (marks.between(now) >= 0 || isCapital(next, now) != capital[next]) {
          goOn(token, now, next, 0, false);
          return;
        }
      }
    }
    Planned last = plan.get(plan.size() - 1);
    int read = (int) plan.stream().filter(p -> p.word() == last.word() && !p.mark()).count();
    if (last.last()) {
      goOn(last, now, last.word() + 1, 0, false);
    } else {
      goOn(last, now, last.word(), (last.word() == word ? offset : 0) + read, last.mark());
    }
  }

  private void goOn(Planned from, float[] now, int nextWord, int nextOffset, boolean nextMarked) {
    node = from.node();
    logits = now.clone();
    word = nextWord;
    offset = nextOffset;
    marked = nextMarked;
    if (word == words.size()) {
      int mark = marks.end(logits, pause);
      after[word - 1] = mark < 0 ? "" : marks.mark(mark);
      done = true;
    }
    // the rest of what does not fit stays as spoken
    done |= node.position + 1 >= room;
  }

  /**
   * Whether the first word goes on with a sentence, as its small letter tells; not in languages
   * that have none.
   */
  boolean goesOn() {
    return !capital[0] && !Arrays.equals(lower.get(0), upper.get(0));
  }

  /** The marked words. */
  List<MarkedWord> words(String locale) {
    Locale language = Locale.forLanguageTag(locale);
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                new MarkedWord(
                    "",
                    capital[i] ? FirstCapital.of(words.get(i), language) : words.get(i),
                    after[i]))
        .toList();
  }
}
