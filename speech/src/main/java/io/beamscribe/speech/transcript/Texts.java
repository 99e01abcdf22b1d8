package io.beamscribe.speech.transcript;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/** The forms of a phrase's text, each on one line whatever the engine gave. */
public final class Texts {
  /** What breaks a line or steers a terminal; the formats are made of lines. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  private Texts() {}

  /** The words as they were spoken. */
  public static String lexical(Alternative alternative) {
    if (alternative.words().isEmpty()) {
      return display(alternative);
    }
    return oneLine(
        alternative.words().stream()
            .map(Word::text)
            .filter(word -> !word.isEmpty())
            .collect(joining(" ")));
  }

  /** The text for readers. */
  public static String display(Alternative alternative) {
    return oneLine(alternative.text());
  }

  public static String oneLine(String text) {
    return withoutBreaks(text).strip();
  }

  public static String withoutBreaks(String text) {
    return BREAKS.matcher(text).replaceAll(" ");
  }
}
