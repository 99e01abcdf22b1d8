// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.normalization;

import io.beamscribe.speech.text.DataFile;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * English words as far as they are heard: after the text normaliser of OpenAI's Whisper (Radford et
 * al. 2022, appendix C), but numbers in words rather than in digits.
 */
final class EnglishTokens {
  private static final Pattern ASIDES = Pattern.compile("[<\\[][^>\\]]*[>\\]]|\\([^)]+?\\)");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern ENDING = Pattern.compile("(.+)('re|'s|'d|'ll|'ve|'m|n't)");

  private static final Map<String, String> ENDINGS =
      Map.of(
          "'re", "are", "'s", "is", "'d", "would", "'ll", "will", "'ve", "have", "'m", "am", "n't",
          "not");

  /** What each word is replaced by, with nothing if it is a hesitation. */
  private static final Map<String, String> WORDS = words();

  private EnglishTokens() {}

  static List<String> of(String text) {
    String plain =
        ASIDES
            .matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
            .replaceAll(" ")
            .replaceAll("\\s+'", "'");
    String spoken = LocaleTokens.spoken(plain, "en-US");
    String bare = ACCENTS.matcher(Normalizer.normalize(spoken, Normalizer.Form.NFD)).replaceAll("");
    return BasicTokens.of(bare).stream().flatMap(EnglishTokens::expanded).toList();
  }

  private static Stream<String> expanded(String word) {
    String known = WORDS.get(word);
    if (known != null) {
      return Tokens.words(known).stream();
    }
    var ending = ENDING.matcher(word);
    if (ending.matches()) {
      return Stream.concat(
          expanded(ending.group(1)), Stream.of(ENDINGS.getOrDefault(ending.group(2), "")));
    }
    return Stream.of(word);
  }

  private static Map<String, String> words() {
    return DataFile.rows(EnglishTokens.class, "english.tsv").stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1).strip()));
  }
}
