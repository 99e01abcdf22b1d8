package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * Something about a stretch of audio that a reader of the transcript should know, such as that text
 * was dropped because nobody had said it.
 *
 * @param kind a word in lower camel case, such as {@code repetition}, {@code stockPhrase}, {@code
 *     noSpeech}
 * @param detail what exactly, for people, on one line; may be empty
 */
public record Flag(
    String kind, int channel, long startMilliseconds, long endMilliseconds, String detail)
    implements OnChannel, Serializable {
  public Flag {
    detail = Texts.oneLine(detail);
  }
}
