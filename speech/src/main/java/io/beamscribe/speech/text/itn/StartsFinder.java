// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Trie;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the words that rules begin with. */
final class StartsFinder {
  private final Map<Symbol, List<Pattern>> patterns;
  private final Set<Trie<NumberWord>> others = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Trie<Long> words = new Trie<>();
  private Set<Symbol> seen = Set.of();
  private long symbol;
  private long byNumber;
  private long byLetter;

  /**
   * @param patterns of all rules
   * @param others number words beside those of the language
   */
  StartsFinder(Map<Symbol, List<Pattern>> patterns, Collection<NumberWords> others) {
    this.patterns = patterns;
    others.forEach(each -> this.others.add(each.trie()));
  }

  /** Adds a symbol, as a set of its own. */
  void add(Symbol start, long bit) {
    seen = Collections.newSetFromMap(new IdentityHashMap<>());
    symbol = bit;
    addSymbol(start);
  }

  Starts starts(Trie<NumberWord> numbers) {
    return new Starts(words, numbers, byNumber, byLetter);
  }

  private void addSymbol(Symbol start) {
    if (start instanceof WordList list) {
      addWords(list.words());
    } else if (start instanceof DigitString digits) {
      addWords(digits.words());
    } else if (start instanceof NumberSymbol number) {
      addNumber(number.words());
    } else if (start instanceof PlainWord word) {
      if (!word.letter()) {
        throw new GrammarException("a rule that begins with any word needs 'if WORD'");
      }
      byLetter |= symbol;
    } else if (seen.add(start)) {
      patterns.getOrDefault(start, List.of()).forEach(this::addPattern);
    }
  }

  private void addNumber(Trie<NumberWord> number) {
    if (others.contains(number)) {
      number.each((key, values) -> words.put(key, symbol));
    } else {
      byNumber |= symbol;
    }
  }

  private void addWords(Trie<String> all) {
    all.each((key, values) -> words.put(key, symbol));
  }

  /** Returns whether the pattern may take nothing, so that the next one may be first as well. */
  private boolean addPattern(Pattern pattern) {
    if (pattern instanceof Pattern.Words word) {
      words.put(word.key(), symbol);
      return false;
    }
    if (pattern instanceof Pattern.Reference reference) {
      addSymbol(reference.symbol());
      return false;
    }
    if (pattern instanceof Pattern.Sequence sequence) {
      return sequence.parts().stream().allMatch(this::addPattern);
    }
    if (pattern instanceof Pattern.Choice choice) {
      return choice.choices().stream().filter(this::addPattern).count() > 0;
    }
    if (pattern instanceof Pattern.Repeat repeat) {
      return addPattern(repeat.body()) || repeat.least() == 0;
    }
    return true;
  }
}
