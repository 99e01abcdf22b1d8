// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.Transcript;
import java.util.Locale;

/** Subtitles in the two formats that players read. */
public final class SubtitleFile {
  private SubtitleFile() {}

  /**
   * SubRip, numbered from 1. It has neither voices nor escapes, so the speaker is named in the
   * text, and an arrow, which would look like a time line, is shortened.
   */
  public static String srt(Transcript transcript) {
    StringBuilder file = new StringBuilder();
    int number = 1;
    for (Cue cue : Subtitles.of(transcript)) {
      if (number > 1) {
        file.append('\n');
      }
      file.append(number++).append('\n');
      appendTimes(file, cue, ',');
      file.append(Cue.prefix(cue.label()));
      for (String line : cue.lines()) {
        file.append(line.replaceAll("-{2,}>", "->")).append('\n');
      }
    }
    return file.toString();
  }

  /** WebVTT; the speaker, or else the channel, is the voice of the cue. */
  public static String vtt(Transcript transcript) {
    StringBuilder file = new StringBuilder("WEBVTT\n");
    for (Cue cue : Subtitles.of(transcript)) {
      file.append('\n');
      appendTimes(file, cue, '.');
      if (!cue.label().isEmpty()) {
        file.append("<v ").append(escape(cue.label())).append('>');
      }
      file.append(escape(String.join("\n", cue.lines()))).append('\n');
    }
    return file.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void appendTimes(StringBuilder file, Cue cue, char point) {
    file.append(time(cue.start(), point)).append(" --> ").append(time(cue.end(), point));
    file.append('\n');
  }

  /** Hours take more than two digits if needed. */
  private static String time(long milliseconds, char point) {
    long seconds = milliseconds / 1000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        point,
        milliseconds % 1000);
  }
}
