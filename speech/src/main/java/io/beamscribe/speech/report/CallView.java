// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.calls.CallSummary;
import io.beamscribe.speech.text.Figures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures about a call, as the template shows them. Public members, because the template engine
 * asks for them.
 *
 * @param link address of its page, from the report
 */
public record CallView(
    String source,
    String link,
    String agent,
    String silence,
    String hold,
    String interruptions,
    String sentiment,
    String sentimentAtEnd,
    String categories,
    String issue) {
  /** More calls than this make a page slow. */
  static final int MOST_CALLS = 1000;

  static CallView of(FileReport file) {
    CallSummary call = requireNonNull(file.call());
    return new CallView(
        Figures.visible(file.source()),
        link(call.page()),
        call.agentTalkShare() == null ? "" : Figures.percent(call.agentTalkShare()),
        Figures.percent(call.silenceShare()),
        call.holdMilliseconds() == 0 ? "" : Figures.duration(call.holdMilliseconds() / 1000.0),
        Figures.count(call.interruptions()),
        balance(call.customerSentiment()),
        balance(call.customerSentimentAtEnd()),
        Figures.visible(String.join(", ", call.categories())),
        call.issue() == null ? "" : Figures.visible(call.issue()));
  }

  private static String link(String page) {
    return "./"
        + Stream.of(page.split("/", -1))
            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
  }

  private static String balance(@Nullable Double balance) {
    return balance == null ? "" : String.format(Locale.ROOT, "%+.2f", balance);
  }
}
