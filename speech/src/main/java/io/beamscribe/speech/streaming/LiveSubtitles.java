// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.streaming;

import io.beamscribe.speech.captions.SubtitleFile;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Subtitles that are written while somebody speaks, phrase by phrase: all of them together are a
 * file. Not thread-safe.
 */
public final class LiveSubtitles {
  /** The begin of a WebVTT file. */
  public static final String HEAD = "WEBVTT\n\n";

  /** A subtitle stays no longer than an utterance ends after its last word: milliseconds. */
  private static final int REST = 500;

  private static final Pattern NUMBER = Pattern.compile("(?m)(?<=^|\\n\\n)\\d+(?=\\n\\d\\d:)");

  private final boolean vtt;
  private int written;

  /**
   * @param vtt WebVTT, else SubRip
   */
  public LiveSubtitles(boolean vtt) {
    this.vtt = vtt;
  }

  /** The subtitles of the next phrase, with an empty line at the end. */
  public String of(Phrase phrase) {
    Transcript alone =
        new Transcript(
            "",
            Instant.EPOCH,
            phrase.endMilliseconds() + REST,
            List.of(phrase.channel()),
            List.of(phrase),
            null);
    if (vtt) {
      return SubtitleFile.vtt(alone, CaptionOptions.DEFAULT).substring(HEAD.length()) + "\n";
    }
    String numbered =
        NUMBER
            .matcher(SubtitleFile.srt(alone, CaptionOptions.DEFAULT))
            .replaceAll(number -> String.valueOf(++written));
    return numbered + "\n";
  }
}
