package io.beamscribe.speech.transcript;

/**
 * A stretch of audio of which the engine thinks that a reader should know something, for the {@code
 * flags} of a result.
 *
 * @param kind a word in lower camel case, such as {@code repetition}
 * @param detail what exactly, for people; may be empty
 */
public record FlagSpan(
    String kind, int channel, long offsetMilliseconds, long durationMilliseconds, String detail) {

  /** What an engine said. */
  public static FlagSpan of(Flag flag) {
    return new FlagSpan(
        flag.kind(),
        flag.channel(),
        flag.startMilliseconds(),
        flag.durationMilliseconds(),
        Texts.oneLine(flag.detail()));
  }
}
