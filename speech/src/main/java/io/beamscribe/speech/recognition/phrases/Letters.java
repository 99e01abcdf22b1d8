// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.phrases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A text as its letters and digits: in lower case, without spaces, punctuation and accents, with
 * Hangul syllables decomposed into their letters.
 */
record Letters(String text) {
  static Letters of(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace('ı', 'i') // which has no dot in capitals
        .replace('ς', 'σ')
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return new Letters(letters.toString());
  }

  static Letters joined(Letters[] parts, int from, int to) {
    return new Letters(
        Stream.of(parts)
            .skip(from)
            .limit(to - (long) from)
            .map(Letters::text)
            .reduce("", (a, b) -> a + b));
  }

  int length() {
    return text.length();
  }

  /** Levenshtein's distance by the length of the longer one: 0 for equal letters, 1 for none. */
  double distance(Letters other) {
    String b = other.text;
    int longer = Math.max(text.length(), b.length());
    if (longer == 0) {
      return 0;
    }
    return LevenshteinDistance.getDefaultInstance().apply(text, b) / (double) longer;
  }
}
