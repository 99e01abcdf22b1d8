// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.calls.said.Said;
import io.beamscribe.speech.calls.sentiment.Sentiment;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of what a party says. Immutable.
 *
 * @param said by the party, in order of time
 * @param sentiments by the index of the phrase; empty without an engine
 * @param end of the last word of the call, in milliseconds
 * @param start of the first
 */
record PartyFigures(List<Said> said, Map<Integer, Sentiment> sentiments, long start, long end) {
  private static final double MINUTE = 60_000;

  double wordsPerMinute() {
    return perMinute(said.stream().mapToLong(each -> each.words().size()).sum());
  }

  double charactersPerMinute() {
    return perMinute(
        said.stream()
            .flatMap(each -> each.words().stream())
            .map(Word::text)
            .mapToLong(word -> word.codePoints().filter(Character::isLetterOrDigit).count())
            .sum());
  }

  private double perMinute(long count) {
    long spoken = said.stream().mapToLong(each -> each.phrase().durationMilliseconds()).sum();
    return spoken == 0 ? 0 : count * MINUTE / spoken;
  }

  int questions() {
    return (int) said.stream().filter(each -> Roles.isQuestion(each.phrase())).count();
  }

  @Nullable Sentiment sentiment() {
    return mean(start, end + 1);
  }

  @Nullable Sentiment sentimentAtStart() {
    return mean(start, start + (end - start) / 3);
  }

  @Nullable Sentiment sentimentAtEnd() {
    return mean(end - (end - start) / 3, end + 1);
  }

  private @Nullable Sentiment mean(long from, long to) {
    List<Sentiment.Weighted> own = new ArrayList<>();
    for (Said each : said) {
      Sentiment sentiment = sentiments.get(each.index());
      long at = each.phrase().startMilliseconds();
      if (sentiment != null && at >= from && at < to && !each.words().isEmpty()) {
        own.add(new Sentiment.Weighted(sentiment, each.words().size()));
      }
    }
    return own.isEmpty() ? null : Sentiment.mean(own);
  }
}
