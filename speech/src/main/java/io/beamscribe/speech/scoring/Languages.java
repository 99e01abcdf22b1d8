// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of a result as a whole. */
final class Languages {
  private Languages() {}

  /** The language in which most was recognised, by time; null if none was identified. */
  static @Nullable String main(Transcript hypothesis) {
    Map<String, Long> times = new LinkedHashMap<>();
    for (Phrase phrase : hypothesis.phrases()) {
      if (phrase.locale() != null) {
        times.merge(
            phrase.locale(),
            Math.max(1, phrase.endMilliseconds() - phrase.startMilliseconds()),
            Long::sum);
      }
    }
    return times.entrySet().stream()
        .max(Comparator.comparingLong(entry -> byLanguage(times, entry.getKey())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static long byLanguage(Map<String, Long> times, String locale) {
    return times.entrySet().stream()
        .filter(entry -> same(entry.getKey(), locale))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Whether two locales are of the same language, whatever the region. */
  static boolean same(@Nullable String one, String other) {
    return one != null && language(one).equals(language(other));
  }

  private static String language(String locale) {
    return locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
