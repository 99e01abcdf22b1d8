// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.quality;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is to be expected of a transcript without a reference. Immutable.
 *
 * @param expectedErrorRate expected word errors by recognised words; of Vosk, expected character
 *     errors by recognised characters
 * @param doubtfulWords words that are more likely wrong than right, and how often they occur; the
 *     most frequent first, at most {@link #MOST_WORDS}
 */
public record Quality(double expectedErrorRate, Map<String, Integer> doubtfulWords) {
  /** How many doubtful words are kept of a file. */
  public static final int MOST_WORDS = 20;

  /** Their words are not what stands between spaces, and were not fitted. */
  private static final Set<String> WITHOUT_SPACES =
      Set.of("ja", "zh", "yue", "th", "lo", "km", "my");

  private static final String VOSK = "vosk";
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]+");

  public Quality {
    doubtfulWords = new LinkedHashMap<>(doubtfulWords);
  }

  /**
   * The estimate for a transcript; empty where there is nothing to go by: no words, an engine
   * without a curve, a language without spaces, with Vosk another than Korean, a translation.
   */
  public static Optional<Quality> of(Transcript transcript) {
    Provenance provenance = transcript.provenance();
    List<Word> words = Phrase.words(transcript.phrases());
    Optional<ErrorCurve> curve =
        provenance == null || provenance.translated() || !isFitted(provenance)
            ? Optional.empty()
            : ErrorCurve.of(provenance.engine());
    boolean characters = provenance != null && provenance.engine().equals(VOSK);
    return words.isEmpty() ? Optional.empty() : curve.map(each -> of(words, each, characters));
  }

  private static Quality of(List<Word> words, ErrorCurve curve, boolean characters) {
    double expected = 0;
    long units = 0;
    Map<String, Integer> doubtful = new TreeMap<>();
    for (Word word : words) {
      double errors = curve.errors(word.confidence());
      int length = characters ? word.text().codePointCount(0, word.text().length()) : 1;
      expected += errors * length;
      units += length;
      String text = word.text().toLowerCase(Locale.ROOT);
      if (errors > 0.5 && WORD.matcher(text).matches()) {
        doubtful.merge(text, 1, Integer::sum);
      }
    }
    return new Quality(
        Math.min(1, expected / Math.max(1, units)), mostFrequent(doubtful, MOST_WORDS));
  }

  /**
   * Expected errors of one word, from 0 to 1: by the curve of its engine, without one what the
   * confidence leaves.
   *
   * @param engine as results name it
   * @param confidence from 0 to 1
   */
  public static double expectedErrors(String engine, double confidence) {
    return ErrorCurve.of(engine)
        .map(curve -> curve.errors(confidence))
        .orElse(Math.max(0, Math.min(1, 1 - confidence)));
  }

  /**
   * The most frequent of counted words, in the order of their counts.
   *
   * @param sorted words of the same count stay in this order
   */
  public static Map<String, Integer> mostFrequent(Map<String, Integer> sorted, int most) {
    Map<String, Integer> kept = new LinkedHashMap<>();
    sorted.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static boolean isFitted(Provenance provenance) {
    String language = Locale.forLanguageTag(provenance.locale().split(",", 2)[0]).getLanguage();
    return provenance.engine().equals(VOSK)
        ? language.equals("ko")
        : !WITHOUT_SPACES.contains(language);
  }
}
