// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.calls.phrases.KeyPhrase;
import io.beamscribe.speech.calls.rules.Category;
import io.beamscribe.speech.calls.sentiment.Sentiment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures about a call, member by member as the object {@code beamscribe} of its analytics.
 * Immutable.
 *
 * @param locale of the call
 * @param engines what the figures come from
 * @param silenceShare of the audio in which nobody speaks, 0 to 1
 * @param overlapShare in which several speak at once
 * @param holdMilliseconds of the silences that are holds
 * @param silences of three seconds and more, between the first word and the last
 * @param parties by number
 * @param phrases in order of time
 * @param keyPhrases the best first
 * @param categories of the user's rules that hold, in their order
 * @param summary what the call is about, and what comes of it
 */
public record Call(
    String locale,
    Engines engines,
    long durationMilliseconds,
    double silenceShare,
    double overlapShare,
    int interruptions,
    long holdMilliseconds,
    List<Silence> silences,
    List<Party> parties,
    List<SaidPhrase> phrases,
    List<KeyPhrase> keyPhrases,
    List<Category> categories,
    List<Aspect> summary) {

  /**
   * Names of engines; {@code none} where there is none for the language.
   *
   * @param version of the rules of Beamscribe behind the figures
   */
  public record Engines(
      String version, String sentiment, String keyPhrases, String summary, String roles) {}

  /**
   * A phrase.
   *
   * @param index its place in the transcript, by channel, then by time
   * @param party that says it; 0 for an announcement, which no speaker says
   * @param sentiment null without an engine
   */
  public record SaidPhrase(
      int index,
      int party,
      String role,
      long offsetMilliseconds,
      long durationMilliseconds,
      @Nullable Sentiment sentiment) {}

  /**
   * A part of the summary.
   *
   * @param aspect {@code Issue} or {@code Resolution}
   * @param text sentences of the call
   * @param offsetsMilliseconds when each of them is said
   */
  public record Aspect(String aspect, String text, List<Long> offsetsMilliseconds) {}

  /** The party with a role. */
  public Optional<Party> party(String role) {
    return parties.stream().filter(party -> party.role().equals(role)).findFirst();
  }
}
