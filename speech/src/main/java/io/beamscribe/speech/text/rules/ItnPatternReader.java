// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a pattern such as <code>(AB|CD)-(\d)+</code>. */
final class ItnPatternReader {
  /** As long as the longest number that anyone spells. */
  private static final int MOST = 40;

  private final String text;
  private int at;

  ItnPatternReader(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  ItnPattern read() {
    List<ItnPattern> choices = choices();
    if (at < text.length()) {
      throw new IllegalArgumentException("')' without '('");
    }
    return choices.size() == 1 ? choices.get(0) : new ItnPattern.Phrase(choices, 1, 1);
  }

  private List<ItnPattern> choices() {
    List<ItnPattern> choices = new ArrayList<>();
    choices.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      choices.add(sequence());
    }
    return List.copyOf(choices);
  }

  private ItnPattern sequence() {
    List<ItnPattern> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(part());
    }
    return new ItnPattern.Sequence(List.copyOf(parts));
  }

  private ItnPattern part() {
    char first = text.charAt(at++);
    return switch (first) {
      case '(' -> phrase();
      case '[' -> range();
      case '{' -> spoken();
      case '\\' -> escaped();
      case '+', '?', '*' ->
          throw new IllegalArgumentException("'" + first + "' must follow a phrase in parentheses");
      case ']', '}' -> throw new IllegalArgumentException("'" + first + "' closes nothing");
      default -> literal(first);
    };
  }

  private ItnPattern phrase() {
    List<ItnPattern> choices = choices();
    if (at == text.length()) {
      throw new IllegalArgumentException("'(' without ')'");
    }
    at++;
    char suffix = at < text.length() ? text.charAt(at) : ' ';
    if (suffix == '+' || suffix == '?' || suffix == '*') {
      at++;
    }
    return new ItnPattern.Phrase(
        choices, suffix == '?' || suffix == '*' ? 0 : 1, suffix == '+' || suffix == '*' ? MOST : 1);
  }

  private ItnPattern range() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw new IllegalArgumentException("'[' without ']'");
    }
    StringBuilder all = new StringBuilder();
    for (int i = at; i < end; i++) {
      if (i + 2 < end && text.charAt(i + 1) == '-') {
        if (text.charAt(i) > text.charAt(i + 2)) {
          throw new IllegalArgumentException("'" + text.substring(i, i + 3) + "' is no range");
        }
        for (char each = text.charAt(i); each <= text.charAt(i + 2); each++) {
          all.append(each);
        }
        i += 2;
      } else {
        all.append(text.charAt(i));
      }
    }
    if (all.length() == 0) {
      throw new IllegalArgumentException("'[]' is empty");
    }
    at = end + 1;
    String signs = all.toString();
    return new ItnPattern.Sign(read -> same(signs, read));
  }

  /** The character of the set that was read, in whichever case. */
  private static @Nullable String same(String signs, char read) {
    for (int i = 0; i < signs.length(); i++) {
      if (Character.toLowerCase(signs.charAt(i)) == Character.toLowerCase(read)) {
        return String.valueOf(signs.charAt(i));
      }
    }
    return null;
  }

  private ItnPattern spoken() {
    int end = text.indexOf('}', at);
    if (end < 0) {
      throw new IllegalArgumentException("'{' without '}'");
    }
    String inside = text.substring(at, end);
    at = end + 1;
    int arrow = inside.indexOf('>');
    String words = (arrow < 0 ? inside : inside.substring(0, arrow)).strip();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("'{" + inside + "}' has no spoken words");
    }
    return new ItnPattern.Spoken(
        List.of(words.split("\\s+")), arrow < 0 ? "" : inside.substring(arrow + 1));
  }

  private ItnPattern escaped() {
    if (at == text.length()) {
      throw new IllegalArgumentException("nothing follows the last '\\'");
    }
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'd' ->
          new ItnPattern.Sign(read -> read >= '0' && read <= '9' ? String.valueOf(read) : null);
      case 'l' ->
          new ItnPattern.Sign(
              read ->
                  Character.isLetter(read) ? String.valueOf(read).toLowerCase(Locale.ROOT) : null);
      case 'u' ->
          new ItnPattern.Sign(
              read ->
                  Character.isLetter(read) ? String.valueOf(read).toUpperCase(Locale.ROOT) : null);
      case 'a' ->
          new ItnPattern.Sign(read -> Character.isLetter(read) ? String.valueOf(read) : null);
      default -> {
        if ("\\(){}|+?*[]".indexOf(kind) < 0) {
          throw new IllegalArgumentException("'\\" + kind + "' means nothing");
        }
        yield literal(kind);
      }
    };
  }

  private static ItnPattern literal(char sign) {
    return Character.isLetterOrDigit(sign)
        ? new ItnPattern.Sign(read -> same(String.valueOf(sign), read))
        : new ItnPattern.Silent(sign);
  }
}
