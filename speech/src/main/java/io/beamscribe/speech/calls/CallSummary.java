// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures about a call that reports of many have. Immutable.
 *
 * @param page address of the page of the call below the output
 * @param agentTalkShare of all that is spoken, 0 to 1; null where no agent is known
 * @param customerSentiment positive less negative, -1 to 1; null without an engine or customer
 * @param customerSentimentAtEnd the same for the last third
 * @param categories names of those that hold
 * @param issue what the call is about; null if that is not known
 */
public record CallSummary(
    String page,
    @Nullable Double agentTalkShare,
    @Nullable Double customerSentiment,
    @Nullable Double customerSentimentAtEnd,
    double silenceShare,
    long holdMilliseconds,
    int interruptions,
    List<String> categories,
    @Nullable String issue) {
  public CallSummary {
    categories = List.copyOf(categories);
  }

  /** That of a call. */
  public static CallSummary of(Call call, String page) {
    Party agent = call.party("agent").orElse(null);
    Party customer = call.party("customer").orElse(null);
    return new CallSummary(
        page,
        agent == null ? null : agent.talkShare(),
        customer == null || customer.sentiment() == null ? null : customer.sentiment().balance(),
        customer == null || customer.sentimentAtEnd() == null
            ? null
            : customer.sentimentAtEnd().balance(),
        call.silenceShare(),
        call.holdMilliseconds(),
        call.interruptions(),
        call.categories().stream().map(each -> each.name()).toList(),
        call.summary().stream()
            .filter(each -> each.aspect().equals("Issue"))
            .map(Call.Aspect::text)
            .findFirst()
            .orElse(null));
  }
}
