// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import java.util.List;
import java.util.regex.Pattern;

/** Texts to tokens without regard to languages. Thread-safe. */
public final class Tokens {
  private static final Pattern SPACES =
      Pattern.compile("[\\s\\p{Z}\\u0085\\u001c-\\u001f]+", Pattern.UNICODE_CHARACTER_CLASS);

  private Tokens() {}

  /** What stands between spaces. */
  public static List<String> words(String text) {
    return SPACES.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  /** The characters of tokens, without what stands between them. */
  public static List<String> characters(List<String> tokens) {
    return tokens.stream()
        .flatMap(token -> token.codePoints().mapToObj(Character::toString))
        .toList();
  }
}
