// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spoken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What words must look like. Immutable. */
sealed interface Pattern {
  /** Goes on from a place that the pattern leads to. */
  interface Next {
    void from(int at, @Nullable Captures captures);
  }

  /** Goes on from every place that the pattern leads to. */
  void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next);

  /** Words as they are; a match ends where a word does. */
  record Words(String key) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      CharSequence text = finder.spoken().text();
      int end = from + key.length();
      if (end > text.length() || !finder.spoken().isEdge(end)) {
        return;
      }
      for (int i = 0; i < key.length(); i++) {
        if (text.charAt(from + i) != key.charAt(i)) {
          return;
        }
      }
      next.from(end, captures);
    }
  }

  /** What a symbol finds, remembered by a name. */
  record Reference(String name, Symbol symbol) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      for (Hit hit : finder.find(symbol, from)) {
        next.from(hit.end(), new Captures(name, hit, captures));
      }
    }
  }

  /** One after the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      step(0, finder, from, captures, next);
    }

    private void step(int part, Symbol.Finder finder, int from, @Nullable Captures got, Next next) {
      if (part == parts.size()) {
        next.from(from, got);
      } else {
        parts
            .get(part)
            .match(finder, from, got, (at, all) -> step(part + 1, finder, at, all, next));
      }
    }
  }

  /** One of several. */
  record Choice(List<Pattern> choices) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      choices.forEach(each -> each.match(finder, from, captures, next));
    }
  }

  /** At least once if {@code least} is 1, and again as often as it stands there. */
  record Repeat(Pattern body, int least, int most) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      again(0, finder, from, captures, next);
    }

    private void again(
        int times, Symbol.Finder finder, int from, @Nullable Captures got, Next next) {
      if (times >= least) {
        next.from(from, got);
      }
      if (times < most) {
        body.match(
            finder,
            from,
            got,
            (at, all) -> {
              if (at > from) {
                again(times + 1, finder, at, all, next);
              }
            });
      }
    }
  }

  /** The start or the end of the phrase. */
  record Bound(boolean start) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      if (from == (start ? 0 : finder.spoken().length())) {
        next.from(from, captures);
      }
    }
  }

  /** Looks at the words that follow, or that precede, without taking them. */
  final class Look implements Pattern {
    private final Map<Character, List<String>> keys = new HashMap<>();
    private final boolean ahead;
    private final boolean wanted;
    private final boolean anything;

    /**
     * @param ahead whether the words follow
     * @param wanted whether one of them must stand there, or none
     */
    Look(List<String> keys, boolean ahead, boolean wanted) {
      this.ahead = ahead;
      this.wanted = wanted;
      this.anything = keys.contains("");
      for (String key : keys) {
        if (!key.isEmpty()) {
          // By the letter at the place, since nearly always none of the words has that one.
          char letter = key.charAt(ahead ? 0 : key.length() - 1);
          this.keys.computeIfAbsent(letter, each -> new ArrayList<>()).add(key);
        }
      }
    }

    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      if (stands(finder.spoken(), from) == wanted) {
        next.from(from, captures);
      }
    }

    private boolean stands(Spoken spoken, int at) {
      int letter = ahead ? at : at - 1;
      if (anything && spoken.isEdge(at)) {
        return true;
      }
      if (letter < 0 || letter >= spoken.length()) {
        return false;
      }
      for (String key : keys.getOrDefault(spoken.text().charAt(letter), List.of())) {
        int from = ahead ? at : at - key.length();
        if (from >= 0
            && spoken.text().startsWith(key, from)
            && spoken.isEdge(from)
            && spoken.isEdge(from + key.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether one number found on the way is less than another. */
  record Less(String less, String more) implements Pattern {
    @Override
    public void match(Symbol.Finder finder, int from, @Nullable Captures captures, Next next) {
      Hit first = Captures.get(captures, less);
      Hit second = Captures.get(captures, more);
      if (first != null && second != null && first.value().compareTo(second.value()) < 0) {
        next.from(from, captures);
      }
    }
  }
}
