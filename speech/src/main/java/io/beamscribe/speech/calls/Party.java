// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import io.beamscribe.speech.calls.sentiment.Sentiment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of those who speak in a call.
 *
 * @param party its number: that of the speaker, or of the channel from 1
 * @param name of the known voice; null where there is none
 * @param role {@code agent}, {@code customer} or {@code other}
 * @param roleSigns what spoke for the role
 * @param talkShare of all that is spoken, 0 to 1
 * @param listenMilliseconds in which others speak and this one does not
 * @param listenShare of the time in which anybody speaks, 0 to 1
 * @param turns how often it began to speak after another
 * @param interruptions as in {@link io.beamscribe.speech.analytics.Conversation}
 * @param longestMonologue its longest speech that no other broke with more than a short reply; null
 *     if it says nothing
 * @param wordsPerMinute of its own speech; 0 without words
 * @param charactersPerMinute the same in letters and digits, for languages without spaces
 * @param questions how many of its phrases end in a question mark
 * @param sentiment mean over its phrases by their words; null without an engine or words
 * @param sentimentAtStart the same for the first third of the call
 * @param sentimentAtEnd the same for the last third
 */
public record Party(
    int party,
    @Nullable String name,
    String role,
    List<String> roleSigns,
    long talkMilliseconds,
    double talkShare,
    long listenMilliseconds,
    double listenShare,
    int turns,
    int interruptions,
    @Nullable Stretch longestMonologue,
    double wordsPerMinute,
    double charactersPerMinute,
    int questions,
    @Nullable Sentiment sentiment,
    @Nullable Sentiment sentimentAtStart,
    @Nullable Sentiment sentimentAtEnd) {
  public Party {
    roleSigns = List.copyOf(roleSigns);
  }
}
