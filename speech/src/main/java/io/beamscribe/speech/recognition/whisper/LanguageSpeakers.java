// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper;

import io.beamscribe.speech.text.DataFile;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How likely a language is before anything is heard. Whisper takes accents for small languages:
 * most of what it learnt as Welsh was English (Radford et al. 2022, section 3.4).
 */
final class LanguageSpeakers {
  /** How much ten times as many speakers count, beside what is heard; 1 would be all of it. */
  private static final double WEIGHT = 0.2;

  /** Millions, of a language without speakers of its own, such as Latin. */
  private static final double FEWEST = 0.01;

  private static final Map<String, Double> MILLIONS = read();

  private LanguageSpeakers() {}

  /** The weighted natural logarithm of the millions of speakers. */
  static double logPrior(String code) {
    return WEIGHT * Math.log(Math.max(FEWEST, MILLIONS.getOrDefault(code, FEWEST)));
  }

  private static Map<String, Double> read() {
    return DataFile.rows(LanguageSpeakers.class, "speakers.tsv").stream()
        .collect(
            Collectors.toUnmodifiableMap(row -> row.get(0), row -> Double.valueOf(row.get(1))));
  }
}
