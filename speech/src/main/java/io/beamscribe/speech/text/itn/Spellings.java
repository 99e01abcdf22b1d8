// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.itn;

import java.util.ArrayList;
import java.util.List;

/** Writes out {@code kilometer[s]|(kilo|k) meter}: every way to say it. */
final class Spellings {
  private final String text;
  private int at;

  private Spellings(String text) {
    this.text = text;
  }

  static List<String> of(String pattern) {
    Spellings spellings = new Spellings(pattern);
    List<String> all = spellings.choice();
    if (spellings.at < pattern.length()) {
      throw new GrammarException("unexpected " + pattern.charAt(spellings.at) + " in " + pattern);
    }
    return all.stream().map(String::strip).distinct().toList();
  }

  private List<String> choice() {
    List<String> all = new ArrayList<>(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> all = List.of("");
    while (at < text.length() && ")]|".indexOf(text.charAt(at)) < 0) {
      char next = text.charAt(at++);
      if (next == '(' || next == '[') {
        List<String> inner = choice();
        at++;
        if (next == '[') {
          inner.add("");
        }
        all = all.stream().flatMap(a -> inner.stream().map(b -> a + b)).toList();
      } else {
        all = all.stream().map(each -> each + next).toList();
      }
    }
    return all;
  }
}
