// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import io.beamscribe.speech.transcript.DisplayWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cheapest way to write a whole phrase: few pieces that cover much. */
final class BestPath {
  private static final int COST_OF_A_WORD = 10;
  private static final int COST_OF_KEEPING = 4;

  private final Grammar grammar;
  private final Spoken spoken;
  private final Stretch stretch;
  private final @Nullable Piece[] best;

  /**
   * A piece at the end of the best way to its end.
   *
   * @param text what is written; null if the words stay as they are
   */
  private record Piece(int from, int to, @Nullable String text, int cost) {}

  private BestPath(Grammar grammar, Spoken spoken) {
    this.grammar = grammar;
    this.spoken = spoken;
    this.stretch = new Stretch(grammar, spoken);
    this.best = new Piece[spoken.length() + 1];
  }

  /**
   * @param starts what may be written at which place
   */
  static List<DisplayWord> of(Grammar grammar, Spoken spoken, long[] starts) {
    BestPath path = new BestPath(grammar, spoken);
    path.search(starts);
    return path.words();
  }

  private void search(long[] starts) {
    best[0] = new Piece(0, 0, null, 0);
    for (int from = 0; from < spoken.length(); from++) {
      Piece before = best[from];
      if (before == null) {
        continue;
      }
      int end = spoken.partEnd(from);
      offer(new Piece(from, end, null, before.cost() + COST_OF_A_WORD));
      Matching matching = stretch.at(from);
      if (spoken.isBarrier(from) || !grammar.mayBegin(spoken, from)) {
        continue;
      }
      for (Hit kept : matching.find(grammar.kept(), from)) {
        offer(new Piece(from, kept.end(), null, before.cost() + COST_OF_KEEPING));
      }
      for (long left = starts[from]; left != 0; left &= left - 1) {
        Grammar.Written each = grammar.written().get(Long.numberOfTrailingZeros(left));
        for (Hit hit : matching.find(each.symbol(), from)) {
          if (mayEnd(hit.end())) {
            offer(new Piece(from, hit.end(), hit.text(), before.cost() + each.cost()));
          }
        }
      }
    }
  }

  private boolean mayEnd(int at) {
    if (grammar.endings().isEmpty()) {
      return grammar.divisible() || spoken.isWordStart(at) || spoken.isBarrier(at);
    }
    int end = at;
    while (!spoken.isWordStart(end) && !spoken.isBarrier(end)) {
      end++;
    }
    return end == at || grammar.endings().contains(spoken.text().subSequence(at, end).toString());
  }

  private void offer(Piece piece) {
    stretch.reached(piece.to());
    Piece known = best[piece.to()];
    if (known == null || piece.cost() < known.cost()) {
      best[piece.to()] = piece;
    }
  }

  /**
   * Pieces that share a word become one display word, and so do numbers of which one ends where the
   * other begins in a language without spaces: <i>20 30</i> must not become 2030.
   */
  private List<DisplayWord> words() {
    Deque<Piece> pieces = new ArrayDeque<>();
    for (int to = spoken.length(); to > 0; ) {
      Piece piece = best[to];
      if (piece == null) {
        throw new IllegalStateException("no way to " + to);
      }
      pieces.addFirst(piece);
      to = piece.from();
    }
    List<DisplayWord> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int first = 0;
    while (!pieces.isEmpty()) {
      Piece piece = pieces.removeFirst();
      if (piece.text() == null) {
        first = addKept(piece, text, first, words);
        continue;
      }
      text.append(piece.text());
      boolean digits = isDigits(text, pieces.peekFirst());
      if (spoken.isWordStart(piece.to()) && !(digits && grammar.isUnspaced())) {
        first = flush(text, first, piece.to(), words);
      } else if (digits) {
        text.append(' ');
      }
    }
    return words;
  }

  private static boolean isDigits(CharSequence text, @Nullable Piece next) {
    String after = next == null ? null : next.text();
    return after != null
        && !after.isEmpty()
        && !text.isEmpty()
        && Character.isDigit(text.charAt(text.length() - 1))
        && Character.isDigit(after.charAt(0));
  }

  private int addKept(Piece piece, StringBuilder text, int first, List<DisplayWord> words) {
    int from = piece.from();
    int start = first;
    for (int to = from + 1; to <= piece.to(); to++) {
      if (to == piece.to() || spoken.isWordStart(to)) {
        text.append(spoken.original(from, to));
        if (spoken.isWordStart(to)) {
          start = flush(text, start, to, words);
        }
        from = to;
      }
    }
    return start;
  }

  private int flush(StringBuilder text, int first, int to, List<DisplayWord> words) {
    int end = to == spoken.length() ? spoken.words() : spoken.word(to);
    words.add(new DisplayWord(text.toString(), first, end));
    text.setLength(0);
    return end;
  }
}
