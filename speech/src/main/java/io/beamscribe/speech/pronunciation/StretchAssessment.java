// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.speech.pronunciation.model.Marks;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a stretch.
 *
 * @param referenceWords how many words of the reference it was compared with
 * @param said how many of them were said
 * @param marks null where there are none
 */
record StretchAssessment(
    List<Phrase> phrases,
    List<WordResult> words,
    int referenceWords,
    int said,
    @Nullable Marks marks,
    boolean scored) {
  /** Marks are 0 to 10, scores 0 to 100. */
  private static final double SCORE = 10;

  StretchAssessment {
    phrases = List.copyOf(phrases);
    words = List.copyOf(words);
  }

  /**
   * Stretches as one result.
   *
   * @param reference words of the whole reference; none for free speech
   */
  static Assessment joined(List<StretchAssessment> all, int reference) {
    List<Reading> readings =
        all.stream().flatMap(each -> each.phrases.stream()).map(Phrase::best).toList();
    List<WordResult> words = all.stream().flatMap(each -> each.words.stream()).toList();
    boolean scored = all.stream().allMatch(each -> each.scored);
    int said = all.stream().mapToInt(each -> each.said).sum();
    double completeness = reference == 0 ? 100 : 100.0 * said / reference;
    List<WordResult> spoken =
        words.stream().filter(word -> word.error() != ErrorType.OMISSION).toList();
    Double total = mark(all, Marks::total, scored);
    return new Assessment(
        readings.stream().map(Reading::display).collect(joining(" ")),
        readings.stream().map(Reading::lexical).collect(joining(" ")),
        readings.stream().mapToDouble(Reading::confidence).average().orElse(0),
        spoken.isEmpty() ? 0 : spoken.get(0).startMilliseconds(),
        spoken.isEmpty() ? 0 : spoken.get(spoken.size() - 1).endMilliseconds(),
        scored,
        mark(all, Marks::accuracy, scored),
        mark(all, Marks::fluency, scored),
        completeness,
        mark(all, Marks::prosody, scored),
        total == null ? null : total * completeness / 100,
        words);
  }

  /** The mean over the words that were said; 0 if none was. */
  private static @Nullable Double mark(
      List<StretchAssessment> all, ToDoubleFunction<Marks> which, boolean scored) {
    if (!scored) {
      return null;
    }
    double sum = 0;
    int count = 0;
    List<Marks> marked = new ArrayList<>();
    for (StretchAssessment each : all) {
      if (each.marks != null) {
        int words = each.marks.wordMarks().size();
        sum += words * score(which.applyAsDouble(each.marks));
        count += words;
        marked.add(each.marks);
      }
    }
    return marked.isEmpty() ? 0 : sum / count;
  }

  /** The score of a mark. */
  static double score(double mark) {
    return Math.max(0, Math.min(100, SCORE * mark));
  }
}
