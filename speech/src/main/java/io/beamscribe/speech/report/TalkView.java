// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.analytics.Conversation.Talker;
import io.beamscribe.speech.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Who speaks in a file, as the template shows it: one strip per speaker. Public members, because
 * the template engine asks for them.
 */
public record TalkView(
    String source, String facts, String duration, List<Strip> strips, String note) {
  /** More files than this make a page slow. */
  static final int MOST_FILES = 100;

  /** The most speakers shown per file: those who speak most. */
  static final int MOST_SPEAKERS = 12;

  /** Colours of the style sheet. */
  private static final int COLOURS = 8;

  /** Shades of a strip. */
  private static final int SHADES = 3;

  /** A speaker; its shades are paths in a box of two hundred by ten, the faintest first. */
  public record Strip(
      String label,
      int colour,
      List<String> shades,
      String share,
      String time,
      String turns,
      String interruptions) {}

  static TalkView of(FileReport file) {
    Conversation talk = requireNonNull(file.talk());
    List<Talker> shown =
        talk.speakers().stream()
            .sorted(Comparator.comparingLong(Talker::milliseconds).reversed())
            .limit(MOST_SPEAKERS)
            .sorted(Comparator.comparingInt(Talker::speaker))
            .toList();
    int all = talk.speakers().size();
    return new TalkView(
        Figures.visible(file.source()),
        "%s; %s silence, %s with several at once, %s"
            .formatted(
                all == 1 ? "1 speaker" : all + " speakers",
                Figures.percent(talk.silenceShare()),
                Figures.percent(talk.overlapShare()),
                talk.interruptions() == 1
                    ? "1 interruption"
                    : Figures.count(talk.interruptions()) + " interruptions"),
        Figures.duration(file.durationMilliseconds() / 1000.0),
        shown.stream().map(TalkView::strip).toList(),
        shown.size() == all
            ? ""
            : String.format(Locale.ROOT, "The %d of %d who speak most.", shown.size(), all));
  }

  private static Strip strip(Talker talker) {
    return new Strip(
        talker.voice() == null ? "Speaker " + talker.speaker() : Figures.visible(talker.voice()),
        1 + (talker.speaker() - 1) % COLOURS,
        shades(talker.timeline()),
        Figures.percent(talker.share()),
        Figures.duration(talker.milliseconds() / 1000.0),
        Figures.count(talker.turns()),
        Figures.count(talker.interruptions()));
  }

  private static List<String> shades(String timeline) {
    List<String> shades = new ArrayList<>();
    for (int shade = 1; shade <= SHADES; shade++) {
      StringBuilder path = new StringBuilder();
      int from = 0;
      for (int i = 0; i <= timeline.length(); i++) {
        if (i == timeline.length() || shade(timeline.charAt(i)) != shade) {
          if (i > from) {
            int width = i - from;
            path.append("M" + from + " 0h" + width + "v10h-" + width + "z");
          }
          from = i + 1;
        }
      }
      shades.add(path.toString());
    }
    return shades;
  }

  /** 0 for the digit of silence, 1 to 3 for the others. */
  private static int shade(char digit) {
    return (digit - '0' + SHADES - 1) / SHADES;
  }
}
