// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.text.TextDirection;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.util.List;

/** WebVTT; the speaker, or else the channel, is the voice of the cue. Not thread-safe. */
final class WebVtt {
  private final boolean words;
  private final StringBuilder file = new StringBuilder("WEBVTT\n");

  /**
   * @param words whether each word has its time, so that it can be shown as it is spoken
   */
  WebVtt(boolean words) {
    this.words = words;
  }

  String of(Transcript transcript, CaptionOptions options) {
    for (Cue cue : Subtitles.of(transcript, options)) {
      file.append('\n').append(CueTime.of(cue.start(), '.'));
      file.append(" --> ").append(CueTime.of(cue.end(), '.')).append('\n');
      if (!cue.label().isEmpty()) {
        file.append("<v ").append(escape(cue.label())).append('>');
      }
      file.append(words ? timed(cue) : plain(cue)).append('\n');
    }
    return file.toString();
  }

  private static String plain(Cue cue) {
    return Directed.lines("", cue).stream().map(WebVtt::escape).collect(joining("\n"));
  }

  /**
   * The text with a time before each word that begins after what is before it. Times within a cue
   * ascend, and are later than its start and earlier than its end. Words are in spans, since only
   * these can be styled as past or future.
   */
  private static String timed(Cue cue) {
    StringBuilder text = new StringBuilder();
    boolean rightToLeft = TextDirection.isRightToLeft(String.join(" ", cue.texts()));
    long before = cue.start();
    for (int line = 0; line < cue.lines().size(); line++) {
      List<TimedPiece> pieces = cue.lines().get(line);
      text.append(line > 0 ? "\n" : "").append(Directed.mark(cue.texts().get(line), rightToLeft));
      for (int i = 0; i < pieces.size(); i++) {
        TimedPiece piece = pieces.get(i);
        text.append(i > 0 && piece.spaced() ? " " : "");
        if (piece.start() > before && piece.start() < cue.end()) {
          before = piece.start();
          text.append('<').append(CueTime.of(before, '.')).append('>');
        }
        text.append("<c>").append(escape(piece.text())).append("</c>");
      }
    }
    return text.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
