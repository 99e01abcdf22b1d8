// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.text.Markup.escape;

import io.beamscribe.speech.calls.Call;
import io.beamscribe.speech.calls.CallAnalysis;
import io.beamscribe.speech.calls.Party;
import io.beamscribe.speech.calls.rules.Category;
import io.beamscribe.speech.calls.rules.Mention;
import io.beamscribe.speech.calls.sentiment.Sentiment;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of a call: above the words with their player the summary, the figures of the parties,
 * who speaks when, and how the sentiment goes; what has a time is played by a click.
 */
final class CallPage {
  /** Width of the pictures; one unit is one part of the call. */
  private static final int WIDTH = 1000;

  /** Colours of the style sheet. */
  private static final int COLOURS = 4;

  private final Call call;
  private final StringBuilder page = new StringBuilder();

  private CallPage(Call call) {
    this.call = call;
  }

  static byte[] of(Transcript transcript, FormatOptions options) {
    String call = new CallPage(CallAnalysis.of(transcript, options.calls())).section();
    return PlayerPage.of(transcript, call).getBytes(StandardCharsets.UTF_8);
  }

  private String section() {
    page.append("<section id=\"call\">\n");
    for (Call.Aspect aspect : call.summary()) {
      page.append("<p class=\"aspect\"><b>").append(escape(aspect.aspect())).append("</b> ");
      page.append(time(aspect.offsetsMilliseconds().get(0))).append(' ');
      page.append(escape(aspect.text())).append("</p>\n");
    }
    parties();
    timeline();
    if (call.phrases().stream().anyMatch(phrase -> phrase.sentiment() != null)) {
      curve();
    }
    page.append("<p class=\"aspect\">Silence ").append(Figures.percent(call.silenceShare()));
    page.append(", hold ").append(Figures.duration(call.holdMilliseconds() / 1000.0));
    page.append(", several at once ").append(Figures.percent(call.overlapShare()));
    page.append(", sentiment by ").append(escape(call.engines().sentiment())).append(".</p>\n");
    for (Category category : call.categories()) {
      page.append("<p class=\"aspect\"><b>").append(escape(category.name())).append("</b>");
      for (Mention mention : category.mentions()) {
        page.append(' ').append(time(mention.offsetMilliseconds())).append(' ');
        page.append(escape(mention.text()));
      }
      page.append("</p>\n");
    }
    if (!call.keyPhrases().isEmpty()) {
      page.append("<p class=\"aspect\"><b>Key phrases</b>");
      call.keyPhrases()
          .forEach(
              phrase ->
                  page.append(' ')
                      .append(time(phrase.offsetMilliseconds()))
                      .append(' ')
                      .append(escape(phrase.text()))
                      .append(phrase.count() > 1 ? " (" + phrase.count() + ")" : ""));
      page.append("</p>\n");
    }
    return page.append("</section>\n").toString();
  }

  private void parties() {
    page.append("<table><tr><th>Party<th>Talks<th>Share<th>Longest<th>Interrupts<th>Words/min");
    page.append("<th>Questions<th>Sentiment, start to end</tr>\n");
    for (Party party : call.parties()) {
      page.append("<tr><td class=\"c").append(colour(party.party())).append("\">");
      page.append(escape(name(party)));
      cell(Figures.duration(party.talkMilliseconds() / 1000.0));
      cell(Figures.percent(party.talkShare()));
      cell(
          party.longestMonologue() == null
              ? ""
              : Figures.duration(party.longestMonologue().durationMilliseconds() / 1000.0));
      cell(Figures.count(party.interruptions()));
      cell(Figures.count(Math.round(party.wordsPerMinute())));
      cell(Figures.count(party.questions()));
      cell(
          party.sentiment() == null
              ? ""
              : "%s (%s to %s)"
                  .formatted(
                      balance(party.sentiment()),
                      balance(party.sentimentAtStart()),
                      balance(party.sentimentAtEnd())));
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private static String name(Party party) {
    String name = party.name() == null ? "Party " + party.party() : party.name();
    return party.role().equals("other") ? name : name + ", " + party.role();
  }

  private void cell(String text) {
    page.append("<td>").append(text);
  }

  private static String balance(@Nullable Sentiment sentiment) {
    return sentiment == null ? "none" : String.format(Locale.ROOT, "%+.2f", sentiment.balance());
  }

  /** A row for each party, a bar for each phrase. */
  private void timeline() {
    int rows = call.parties().size();
    page.append(open(rows * 20, "Who speaks when"));
    for (Call.SaidPhrase phrase : call.phrases()) {
      int row = 0;
      while (row < rows && call.parties().get(row).party() != phrase.party()) {
        row++;
      }
      if (row == rows) {
        continue; // an announcement, which no party says
      }
      page.append("<rect class=\"c").append(colour(phrase.party())).append("\" data-t=\"");
      page.append(PlayerPage.seconds(phrase.offsetMilliseconds())).append("\" x=\"");
      page.append(number(x(phrase.offsetMilliseconds()))).append("\" y=\"").append(row * 20 + 2);
      page.append("\" width=\"").append(number(Math.max(1, x(phrase.durationMilliseconds()))));
      page.append("\" height=\"16\"/>");
    }
    page.append("</svg>\n");
  }

  /** A line for each party through the sentiment of its phrases, above or below neutral. */
  private void curve() {
    page.append(open(100, "Sentiment"))
        .append("<line class=\"zero\" x1=\"0\" y1=\"50\" x2=\"1000\"");
    page.append(" y2=\"50\"/>");
    for (Party party : call.parties()) {
      StringBuilder line = new StringBuilder();
      StringBuilder points = new StringBuilder();
      for (Call.SaidPhrase phrase : call.phrases()) {
        if (phrase.party() == party.party() && phrase.sentiment() != null) {
          String x = number(x(phrase.offsetMilliseconds() + phrase.durationMilliseconds() / 2));
          String y = number(50 - 48 * phrase.sentiment().balance());
          line.append(x).append(',').append(y).append(' ');
          points.append("<circle r=\"4\" cx=\"").append(x).append("\" cy=\"").append(y);
          points.append("\" data-t=\"").append(PlayerPage.seconds(phrase.offsetMilliseconds()));
          points.append("\"/>");
        }
      }
      page.append("<g class=\"c").append(colour(party.party())).append("\"><polyline points=\"");
      page.append(line).append("\"/>").append(points).append("</g>");
    }
    page.append("</svg>\n");
  }

  private static String open(int height, String label) {
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">",
        WIDTH,
        height,
        label);
  }

  private double x(long milliseconds) {
    return milliseconds * (double) WIDTH / Math.max(1, call.durationMilliseconds());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static int colour(int party) {
    return 1 + (party - 1) % COLOURS;
  }

  private static String time(long milliseconds) {
    return "<a class=\"time\" dir=\"ltr\" href=\"#t=%s\">%s</a>"
        .formatted(PlayerPage.seconds(milliseconds), Media.clock(milliseconds));
  }
}
