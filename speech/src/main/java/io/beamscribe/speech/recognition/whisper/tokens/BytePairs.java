// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to tokens by byte pair encoding as GPT-2 does it. Tokens were numbered in the order in which
 * their pairs are to be joined, so the ids serve as ranks (as in OpenAI's tiktoken) and no list of
 * merges is needed.
 */
public final class BytePairs {
  private static final Pattern WORDS =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private BytePairs() {}

  public static List<Integer> encode(String text, Vocabulary vocabulary) {
    List<Integer> tokens = new ArrayList<>();
    Matcher words = WORDS.matcher(text);
    while (words.find()) {
      tokens.addAll(word(words.group(), vocabulary));
    }
    return tokens;
  }

  private static List<Integer> word(String word, Vocabulary vocabulary) {
    List<String> parts = new ArrayList<>();
    for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
      parts.add(ByteAlphabet.letters(new byte[] {value}));
    }
    while (true) {
      int best = Integer.MAX_VALUE;
      int at = -1;
      for (int i = 0; i + 1 < parts.size(); i++) {
        Optional<Integer> joined = vocabulary.piece(parts.get(i) + parts.get(i + 1));
        if (joined.isPresent() && joined.get() < best) {
          best = joined.get();
          at = i;
        }
      }
      if (at < 0) {
        return parts.stream().map(part -> vocabulary.piece(part).orElseThrow()).toList();
      }
      parts.set(at, parts.get(at) + parts.remove(at + 1));
    }
  }
}
