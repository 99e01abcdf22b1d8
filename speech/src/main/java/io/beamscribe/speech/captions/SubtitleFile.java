// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;

/** Subtitles in the formats that players read; all have the same ones. */
public final class SubtitleFile {
  private SubtitleFile() {}

  /**
   * SubRip, numbered from 1. It has neither voices nor escapes, so a speaker is named in the text
   * where it changes, and an arrow, which would look like a time line, is shortened.
   */
  public static String srt(Transcript transcript, CaptionOptions options) {
    return SubRip.of(transcript, options);
  }

  /** WebVTT; the speaker, or else the channel, is the voice of the cue. */
  public static String vtt(Transcript transcript, CaptionOptions options) {
    return new WebVtt(false).of(transcript, options);
  }

  /** WebVTT with the time of each word, for players that mark words as they are spoken. */
  public static String karaoke(Transcript transcript, CaptionOptions options) {
    return new WebVtt(true).of(transcript, options);
  }

  /** TTML, in the text profile of IMSC 1.1. */
  public static String ttml(Transcript transcript, CaptionOptions options) {
    return new TimedText().of(transcript, options);
  }
}
