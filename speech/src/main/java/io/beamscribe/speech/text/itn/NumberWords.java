// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.beamscribe.speech.text.spoken.Spelling;
import io.beamscribe.speech.text.spoken.Trie;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The number words of a language: those that ICU writes, turned round, and those that a grammar
 * adds.
 */
final class NumberWords {
  private final Trie<NumberWord> words = new Trie<>();
  private final Trie<NumberWord> plurals = new Trie<>();
  private String plural = "";
  private List<String> suffixes = List.of();
  private final List<String> links = new ArrayList<>();
  private boolean shorthand;

  Trie<NumberWord> trie() {
    return words;
  }

  Numbers numbers() {
    return new Numbers(words, shorthand);
  }

  /** Numbers whose ordinals are plurals, as denominators are: <i>fifths</i>. */
  Numbers denominators() {
    return new Numbers(plurals, shorthand);
  }

  /** Takes one line of the section {@code [numbers]}. */
  void take(String line) {
    String[] parts = line.split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "shorthand" -> shorthand = true;
      case "plural" -> plural = rest;
      case "fraction-suffix" -> suffixes = Spellings.of(rest);
      case "link" -> {
        links.add(rest);
        add(rest, NumberWord.Kind.LINK, BigInteger.ZERO);
      }
      case "icu" -> spellOut(rest);
      case "number" -> addValued(rest, NumberWord.Kind.GROUP);
      case "ordinal" -> addValued(rest, NumberWord.Kind.ORDINAL);
      case "scale" -> addValued(rest, NumberWord.Kind.SCALE);
      case "bare-scale" -> addValued(rest, NumberWord.Kind.BARE_SCALE);
      case "one-scale" -> addValued(rest, NumberWord.Kind.ONE_SCALE);
      case "ordinal-scale" -> addValued(rest, NumberWord.Kind.ORDINAL_SCALE);
      default -> throw new GrammarException("unknown kind of number word: " + parts[0]);
    }
  }

  private void addValued(String rest, NumberWord.Kind kind) {
    int equals = rest.lastIndexOf('=');
    if (equals < 0) {
      throw new GrammarException("no = in " + rest);
    }
    add(
        rest.substring(0, equals),
        kind,
        new java.math.BigDecimal(rest.substring(equals + 1).strip()).toBigIntegerExact());
  }

  private void add(String spoken, NumberWord.Kind kind, BigInteger value) {
    for (String spelling : Spellings.of(spoken)) {
      put(Spelling.of(spelling), new NumberWord(kind, value));
    }
  }

  private void put(String key, NumberWord word) {
    words.put(key, word);
    plurals.put(word.endsOrdinal() ? key + plural : key, word);
    if (word.kind() == NumberWord.Kind.GROUP) {
      NumberWord part = new NumberWord(NumberWord.Kind.ORDINAL, word.value());
      for (String suffix : suffixes) {
        plurals.put(key + suffix, part);
        // A vowel is said once: treintavos.
        if (key.charAt(key.length() - 1) == suffix.charAt(0)) {
          plurals.put(key + suffix.substring(1), part);
        }
      }
    }
  }

  /** As ICU writes them, and as they are said and recognized besides. */
  private List<String> spellings(String words, boolean ordinal) {
    List<String> all = new ArrayList<>();
    all.add(words);
    // Where a keyboard has no umlauts.
    all.add(words.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae"));
    for (String link : links) {
      String between = " " + link + " ";
      int last = words.lastIndexOf(between);
      if (last > 0) {
        all.add(words.replace(between, " "));
        all.add(words.substring(0, last) + " " + words.substring(last + between.length()));
      }
    }
    if (ordinal && plural.equals("s") && words.indexOf(' ') > 0) {
      all.add(words.replace(" ", "s ") + "s");
    }
    return all;
  }

  /**
   * All that ICU says for small numbers: {@code icu LANGUAGE BELOW}, and perhaps a part of the name
   * of its rules.
   */
  private void spellOut(String rest) {
    String[] parts = rest.split("\\s+", 3);
    int below = Integer.parseInt(parts[1]);
    String wanted = parts.length > 2 ? parts[2] : "";
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(new ULocale(parts[0]), RuleBasedNumberFormat.SPELLOUT);
    for (String rules : List.of(format.getRuleSetNames())) {
      if (rules.contains("year") || !rules.contains(wanted)) {
        continue;
      }
      boolean ordinal = rules.contains("ordinal");
      for (int number = 0; number < below; number++) {
        String words = format.format(number, rules);
        NumberWord word =
            new NumberWord(
                ordinal ? NumberWord.Kind.ORDINAL : NumberWord.Kind.GROUP,
                BigInteger.valueOf(number));
        for (String spelling : spellings(words, ordinal)) {
          put(Spelling.of(spelling), word);
        }
      }
    }
  }
}
