// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Something about a time range of the audio that a reader of the transcript should know, such as
 * that hallucinated text was dropped.
 *
 * @param kind a word in lower camel case, such as {@code unrecognized}, {@code repetition}, {@code
 *     noSpeech}
 * @param detail details for people, on one line; may be empty
 */
public record Flag(
    String kind, int channel, long startMilliseconds, long endMilliseconds, String detail)
    implements OnChannel, Serializable {
  /** Kind of a flag where words were left out that are said in another channel. */
  public static final String ECHO = "echo";

  /** Kind of a flag over a file in which fewer speakers are heard than were asked for. */
  public static final String MISSING_SPEAKERS = "missingSpeakers";

  public Flag {
    detail = Texts.oneLine(detail);
  }
}
