// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * How letters are said, by the letters around them: of the contexts that {@code
 * training/pronunciation/letters.py} found in the dictionary the widest one decides. Thread-safe.
 */
final class LetterRules {
  private static final String FILE = "letters.gz";

  /** Letters to the left and to the right of the contexts, the widest first. */
  private static final int[][] CONTEXTS = {
    {3, 3}, {2, 3}, {2, 2}, {1, 2}, {1, 1}, {0, 1}, {0, 0},
  };

  private static final String EDGE = "###";

  /** What the letter of a context is said as, by the letters left of it, itself, and right. */
  private final Map<String, String> rules;

  private LetterRules(Map<String, String> rules) {
    this.rules = rules;
  }

  static LetterRules read() {
    Map<String, String> rules = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(LetterRules.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        rules.put(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The rules of letters cannot be read", e);
    }
    return new LetterRules(Map.copyOf(rules));
  }

  /**
   * The phones of a word in lower case; signs that are no letters are silent. The first vowel has
   * the stress.
   */
  List<Phone> phones(String word) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char sign = word.charAt(i);
      if (sign >= 'a' && sign <= 'z') {
        letters.append(sign);
      }
    }
    String padded = EDGE + letters + EDGE;
    List<Phone> phones = new ArrayList<>();
    boolean stressed = false;
    for (int i = 0; i < letters.length(); i++) {
      for (String name : said(padded, i + EDGE.length()).split(" ")) {
        if (!name.isEmpty()) {
          Phone phone = Phone.parse(name);
          boolean first = phone.isVowel() && !stressed;
          stressed |= first;
          phones.add(first ? new Phone(phone.phoneme(), 1) : phone);
        }
      }
    }
    return phones;
  }

  private String said(String padded, int at) {
    for (int[] context : CONTEXTS) {
      String left = padded.substring(at - context[0], at);
      String right = padded.substring(at + 1, at + 1 + context[1]);
      String found = rules.get(left + "<" + padded.charAt(at) + ">" + right);
      if (found != null) {
        return found;
      }
    }
    return "";
  }
}
