// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import io.beamscribe.speech.text.spoken.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pattern: words; {@code (a | b)}; {@code [optional]}; {@code <symbol>} or {@code
 * <name=symbol(1,12)>}; {@code +} and {@code *} after a part; {@code ^} and {@code $} for the ends
 * of the phrase; {@code (?=a|b)}, {@code (?!a|b)}, {@code (?<=a|b)}, {@code (?<!a|b)} for words
 * around it; {@code (?a<b)} if the number found as a is less than that found as b.
 */
final class PatternReader {
  private static final String SPECIAL = "()[]|<>+*^$";

  private final String text;
  private final Symbols symbols;
  private int at;

  PatternReader(String text, Symbols symbols) {
    this.text = text;
    this.symbols = symbols;
  }

  /** Finds what a pattern refers to. */
  interface Symbols {
    Symbol get(String name, List<String> arguments);
  }

  Pattern read() {
    Pattern pattern = choice();
    if (at < text.length()) {
      throw new GrammarException("unexpected " + text.charAt(at) + " in " + text);
    }
    return pattern;
  }

  private Pattern choice() {
    List<Pattern> choices = new ArrayList<>();
    choices.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    return choices.size() == 1 ? choices.get(0) : new Pattern.Choice(List.copyOf(choices));
  }

  private Pattern sequence() {
    List<Pattern> parts = new ArrayList<>();
    while (true) {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at == text.length() || "|)]".indexOf(text.charAt(at)) >= 0) {
        return parts.size() == 1 ? parts.get(0) : new Pattern.Sequence(List.copyOf(parts));
      }
      parts.add(repeated(part()));
    }
  }

  private Pattern repeated(Pattern part) {
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '*')) {
      return new Pattern.Repeat(part, text.charAt(at++) == '+' ? 1 : 0, 40);
    }
    return part;
  }

  private Pattern part() {
    char first = text.charAt(at);
    return switch (first) {
      case '(' -> text.startsWith("(?", at) ? look() : group(')');
      case '[' -> new Pattern.Repeat(group(']'), 0, 1);
      case '<' -> reference();
      case '^', '$' -> {
        at++;
        yield new Pattern.Bound(first == '^');
      }
      default -> words();
    };
  }

  private Pattern group(char close) {
    at++;
    Pattern group = choice();
    if (at == text.length() || text.charAt(at) != close) {
      throw new GrammarException("no " + close + " in " + text);
    }
    at++;
    return group;
  }

  private Pattern words() {
    int from = at;
    while (at < text.length() && text.charAt(at) != ' ' && SPECIAL.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      throw new GrammarException("unexpected " + text.charAt(at) + " in " + text);
    }
    return new Pattern.Words(Spelling.of(text.substring(from, at)));
  }

  private Pattern look() {
    if (Character.isLetter(text.charAt(at + 2))) {
      return less();
    }
    boolean ahead = text.charAt(at + 2) != '<';
    boolean wanted = text.charAt(at + (ahead ? 2 : 3)) == '=';
    int from = at + (ahead ? 3 : 4);
    int end = text.indexOf(')', from);
    if (end < 0) {
      throw new GrammarException("no ) after (? in " + text);
    }
    at = end + 1;
    List<String> keys = new ArrayList<>();
    for (String words : text.substring(from, end).split("\\|", -1)) {
      keys.add(Spelling.of(words));
    }
    return new Pattern.Look(List.copyOf(keys), ahead, wanted);
  }

  private Pattern less() {
    int sign = text.indexOf('<', at);
    int end = text.indexOf(')', at);
    if (sign < 0 || end < sign) {
      throw new GrammarException("no < in (? in " + text);
    }
    Pattern less =
        new Pattern.Less(
            text.substring(at + 2, sign).strip(), text.substring(sign + 1, end).strip());
    at = end + 1;
    return less;
  }

  private Pattern reference() {
    int end = text.indexOf('>', at);
    if (end < 0) {
      throw new GrammarException("no > after < in " + text);
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    int equals = inside.indexOf('=');
    String symbol = inside.substring(equals + 1).strip();
    int open = symbol.indexOf('(');
    List<String> arguments =
        open < 0
            ? List.of()
            : List.of(symbol.substring(open + 1, symbol.indexOf(')')).split("\\s*,\\s*", -1));
    String base = open < 0 ? symbol : symbol.substring(0, open);
    String name = equals < 0 ? base : inside.substring(0, equals).strip();
    return new Pattern.Reference(name, symbols.get(base, arguments));
  }
}
