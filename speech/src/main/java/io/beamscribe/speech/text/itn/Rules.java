// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of one name. */
final class Rules implements Symbol {
  private final List<Rule> rules = new ArrayList<>();

  /** One way to say it, and what is written then. */
  private record Rule(Pattern pattern, Template template) {}

  void add(Pattern pattern, Template template) {
    rules.add(new Rule(pattern, template));
  }

  @Override
  public List<Hit> at(Symbol.Finder finder, int from) {
    List<Hit> hits = new ArrayList<>(0);
    for (Rule rule : rules) {
      rule.pattern()
          .match(
              finder,
              from,
              null,
              (end, captures) -> {
                if (end > from) {
                  String text = rule.template().write(captures);
                  Hit hit = new Hit(end, text, value(text));
                  if (!hits.contains(hit)) {
                    hits.add(hit);
                  }
                }
              });
    }
    return hits.isEmpty() ? List.of() : hits;
  }

  private static BigInteger value(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 40) {
      return BigInteger.ZERO;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return BigInteger.ZERO;
      }
    }
    return new BigInteger(text);
  }
}
