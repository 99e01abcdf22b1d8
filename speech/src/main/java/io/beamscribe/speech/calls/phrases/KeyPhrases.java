// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.phrases;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds key phrases by RAKE (Rose and others 2010): runs of words that carry content, between stop
 * words and pauses, each word worth its degree by its frequency, each run the sum of its words as
 * often as it is said. Not thread-safe.
 */
public final class KeyPhrases {
  /** The engine as results name it. */
  public static final String NAME = "rake";

  private static final int MOST = 15;
  private static final int LONGEST = 3;
  private static final long PAUSE = 500;

  private final StopWords stopWords;
  private final String separator;
  private final Map<String, Integer> frequencies = new HashMap<>();
  private final Map<String, Integer> degrees = new HashMap<>();
  private final Map<String, Run> runs = new LinkedHashMap<>();

  private static final class Run {
    private final List<String> words;
    private final long offset;
    private int count;

    Run(List<String> words, long offset) {
      this.words = words;
      this.offset = offset;
    }
  }

  /**
   * @param separator between words, in what is returned
   */
  public KeyPhrases(StopWords stopWords, String separator) {
    this.stopWords = stopWords;
    this.separator = separator;
  }

  /** Takes the words of a phrase. */
  public void add(List<Word> words) {
    List<String> run = new ArrayList<>();
    long start = 0;
    long end = 0;
    for (Word word : words) {
      String stem = stopWords.stem(word.text());
      boolean content = stopWords.isContent(stem);
      if (!content || word.startMilliseconds() - end > PAUSE) {
        end(run, start);
        run = new ArrayList<>();
      }
      if (content) {
        start = run.isEmpty() ? word.startMilliseconds() : start;
        run.add(stem);
      }
      end = word.endMilliseconds();
    }
    end(run, start);
  }

  private void end(List<String> run, long start) {
    if (run.isEmpty() || run.size() > LONGEST) {
      return; // what is longer has lost its bounds
    }
    for (String word : run) {
      frequencies.merge(word, 1, Integer::sum);
      degrees.merge(word, run.size(), Integer::sum);
    }
    runs.computeIfAbsent(String.join(" ", run), key -> new Run(run, start)).count++;
  }

  /** The best ones of all that was added, the best first; words by themselves if said again. */
  public List<KeyPhrase> best() {
    return runs.values().stream()
        .filter(run -> run.count > 1 || run.words.size() > 1)
        .map(
            run ->
                new KeyPhrase(
                    run.words.stream().collect(joining(separator)),
                    run.count,
                    run.count * run.words.stream().mapToDouble(this::score).sum(),
                    run.offset))
        .sorted(
            Comparator.comparingDouble(KeyPhrase::score)
                .reversed()
                .thenComparingLong(KeyPhrase::offsetMilliseconds)
                .thenComparing(KeyPhrase::text))
        .limit(MOST)
        .toList();
  }

  private double score(String word) {
    return degrees.getOrDefault(word, 0) / (double) frequencies.getOrDefault(word, 1);
  }
}
