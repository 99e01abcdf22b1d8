// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.phrases;

import io.beamscribe.speech.text.DataFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a language that carry no content, those that fill speech among them. Immutable. */
public final class StopWords {
  private static final Pattern PARTICLE =
      Pattern.compile("(?<=[가-힣]{2})(?:에서|으로|은|는|이|가|을|를|에|로|와|과|도|만|의|요)$");
  private static final Pattern NO_CONTENT = Pattern.compile("[^\\p{L}]*|\\p{L}");
  private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

  private final Set<String> words = new HashSet<>();
  private final boolean korean;

  private StopWords(String language) {
    for (List<String> row :
        DataFile.rowsIfAny(StopWords.class, "stop-words-" + language + ".tsv")) {
      words.add(row.get(0));
    }
    korean = language.equals("ko");
  }

  /**
   * Those of a language; empty if it has none, as {@link #isEmpty} tells.
   *
   * @param locale BCP-47 tag
   */
  public static StopWords of(String locale) {
    return new StopWords(locale.split("-")[0].toLowerCase(Locale.ROOT));
  }

  /** Whether there are none for the language. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** A word as it is counted: in lower case, and in Korean without its particle. */
  public String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return korean ? PARTICLE.matcher(lower).replaceFirst("") : lower;
  }

  /** Whether a word, as {@link #stem} returns it, carries content. */
  public boolean isContent(String stem) {
    return !words.contains(stem)
        && (!NO_CONTENT.matcher(stem).matches() || IDEOGRAPH.matcher(stem).find());
  }
}
