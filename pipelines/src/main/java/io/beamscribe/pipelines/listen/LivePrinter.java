// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.streaming.LiveSubtitles;
import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.Phrase;

/**
 * Prints final phrases to the results, and on a terminal what is not final yet beside them, on one
 * line that is written anew. For one thread.
 */
final class LivePrinter implements LiveListener, AutoCloseable {
  private static final int WIDTH = 79;
  private static final String NEW_LINE = "\r\033[K";

  private final LiveFormat format;
  private final Console console;
  private final LiveSubtitles subtitles;

  LivePrinter(LiveFormat format, Console console) {
    this.format = format;
    this.console = console;
    this.subtitles = new LiveSubtitles(format == LiveFormat.VTT);
    if (format == LiveFormat.VTT) {
      console.out().print(LiveSubtitles.HEAD);
      console.out().flush();
    }
  }

  @Override
  public void partial(Phrase phrase, int stableWords) {
    if (console.terminal()) {
      console.err().print(NEW_LINE + end(phrase.best().display()));
      console.err().flush();
    }
  }

  /** As much of the end of a text as fits on a line. */
  private static String end(String text) {
    int from = 0;
    while (TextWidth.of(text.substring(from)) > WIDTH) {
      from = text.offsetByCodePoints(from, 1);
    }
    return text.substring(from);
  }

  @Override
  public void phrase(Phrase phrase) {
    close();
    if (format == LiveFormat.TXT) {
      String name = phrase.speaker() == null ? "" : "Speaker " + phrase.speaker() + ": ";
      console.out().println(name + phrase.best().display());
    } else {
      console.out().print(subtitles.of(phrase));
    }
    console.out().flush();
  }

  /** Takes away what is not final. */
  @Override
  public void close() {
    if (console.terminal()) {
      console.err().print(NEW_LINE);
      console.err().flush();
    }
  }
}
