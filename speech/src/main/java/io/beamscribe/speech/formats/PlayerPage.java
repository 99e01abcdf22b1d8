// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.text.Markup.escape;

import io.beamscribe.speech.captions.TimedPiece;
import io.beamscribe.speech.text.PagePart;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.List;
import java.util.Locale;

/**
 * A page with a player that jumps to a word when it is clicked, and marks words as they are spoken.
 * One file that loads nothing but the audio, which stays where it is; where a browser cannot reach
 * it, the page lets people choose it. Every text is escaped, and the page's content policy admits
 * only its own script and style, by their hashes.
 */
final class PlayerPage {
  private static final PagePart STYLE = PagePart.of(PlayerPage.class, "player.css");
  private static final PagePart SCRIPT = PagePart.of(PlayerPage.class, "player.js");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none';\
       form-action 'none'; media-src * file: blob:; style-src '%s'; script-src '%s'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>%s</style>
      </head>
      <body>
      <header>
      <h1>%s</h1>
      <audio controls preload="metadata" src="%s"></audio>
      <div id="missing" hidden>The audio cannot be played from there. <label>Choose the file:\
       <input type="file" accept="audio/*,video/*"></label></div>
      </header>
      """;

  private PlayerPage() {}

  static String of(Transcript transcript) {
    return of(transcript, "");
  }

  /**
   * @param section of HTML above the words
   */
  static String of(Transcript transcript, String section) {
    String name = escape(Media.name(transcript.source()));
    StringBuilder page =
        new StringBuilder(
            HEAD.formatted(
                STYLE.hash(),
                SCRIPT.hash(),
                name,
                STYLE.text(),
                name,
                escape(Media.link(transcript.source()))));
    page.append(section).append("<main>\n");
    String speaker = "";
    for (Phrase phrase : transcript.phrasesByTime()) {
      List<TimedPiece> pieces = SpokenWords.pieces(phrase);
      if (!pieces.isEmpty()) {
        String label = transcript.label(phrase).orElse("");
        append(page, phrase, label.equals(speaker) ? "" : label, pieces);
        speaker = label;
      }
    }
    return page.append("</main>\n<script>")
        .append(SCRIPT.text())
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static void append(
      StringBuilder page, Phrase phrase, String label, List<TimedPiece> pieces) {
    page.append("<p dir=\"auto\"");
    if (phrase.locale() != null) {
      page.append(" lang=\"").append(escape(phrase.locale())).append('"');
    }
    page.append("><a class=\"time\" dir=\"ltr\" href=\"#t=");
    page.append(seconds(phrase.startMilliseconds())).append("\">");
    page.append(Media.clock(phrase.startMilliseconds())).append("</a> ");
    if (!label.isEmpty()) {
      page.append("<span class=\"speaker\">").append(escape(label)).append(":</span> ");
    }
    for (TimedPiece piece : pieces) {
      page.append(piece.spaced() ? " " : "")
          .append("<span data-t=\"")
          .append(seconds(piece.start()));
      page.append("\" data-e=\"").append(seconds(piece.end())).append("\">");
      page.append(escape(piece.text())).append("</span>");
    }
    page.append("</p>\n");
  }

  static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%d.%03d", milliseconds / 1000, milliseconds % 1000);
  }
}
