// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Trie;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the words that rules begin with, so that most phrases need not be read at all. A rule
 * that begins with any letter is for phrases that have a number as well.
 */
final class Starts {
  private final Trie<String> words = new Trie<>();
  private final Set<Object> seen = new HashSet<>();

  Trie<String> words() {
    return words;
  }

  void addRule(
      String name,
      Map<String, List<Pattern>> patterns,
      Map<String, Rules> rules,
      Map<String, WordList> lists) {
    if (lists.containsKey(name)) {
      addList(lists.get(name));
    }
    for (Pattern pattern : patterns.getOrDefault(name, List.of())) {
      add(pattern, patterns, rules, lists);
    }
  }

  private void addList(WordList list) {
    if (seen.add(list)) {
      list.words().each((key, values) -> words.put(key, ""));
    }
  }

  /** Returns whether the pattern may take nothing, so that the next one may be first as well. */
  private boolean add(
      Pattern pattern,
      Map<String, List<Pattern>> patterns,
      Map<String, Rules> rules,
      Map<String, WordList> lists) {
    if (pattern instanceof Pattern.Words word) {
      words.put(word.key(), "");
      return false;
    }
    if (pattern instanceof Pattern.Sequence sequence) {
      return sequence.parts().stream().allMatch(each -> add(each, patterns, rules, lists));
    }
    if (pattern instanceof Pattern.Choice choice) {
      boolean empty = false;
      for (Pattern each : choice.choices()) {
        empty |= add(each, patterns, rules, lists);
      }
      return empty;
    }
    if (pattern instanceof Pattern.Repeat repeat) {
      return add(repeat.body(), patterns, rules, lists) || repeat.least() == 0;
    }
    if (pattern instanceof Pattern.Reference reference) {
      addSymbol(reference.symbol(), patterns, rules, lists);
      return false;
    }
    return true;
  }

  private void addSymbol(
      Symbol symbol,
      Map<String, List<Pattern>> patterns,
      Map<String, Rules> rules,
      Map<String, WordList> lists) {
    if (symbol instanceof WordList list) {
      addList(list);
    } else if (symbol instanceof DigitString digits) {
      digits.words().each((key, values) -> words.put(key, ""));
    } else if (symbol instanceof PlainWord word && !word.letter()) {
      throw new GrammarException("a rule that begins with any word needs 'if WORD' to be written");
    } else if (symbol instanceof Rules && seen.add(symbol)) {
      rules.forEach(
          (name, each) -> {
            if (each == symbol) {
              addRule(name, patterns, rules, lists);
            }
          });
    }
  }
}
