// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the call centre samples of Azure write, member by member in the order written, and {@code
 * beamscribe}.
 *
 * @param transcription the result document
 */
record AnalyticsDocument(
    JsonNode transcription, Results conversationAnalyticsResults, Call beamscribe) {

  record Results(Conversations<Summaries> conversationSummaryResults, Pii conversationPiiResults) {}

  record Conversations<T>(List<T> conversations) {}

  record Summaries(String id, List<Summary> summaries, List<String> warnings) {}

  record Summary(String aspect, String text) {}

  record Pii(List<Redacted> combinedRedactedContent, List<Conversation> conversations) {}

  /** The text of a channel, or with diarization of a speaker, numbered from 0. */
  record Redacted(String channel, String display, String itn, String lexical) {}

  record Conversation(String id, List<Item> conversationItems, List<String> warnings) {}

  record Item(
      String id,
      String channel,
      String offset,
      RedactedItem redactedContent,
      List<Entity> entities) {}

  record RedactedItem(String itn, String lexical, String maskedItn, String text) {}

  record Entity(String category, String text) {}
}
