// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a line of training text must not have. */
final class LineChecks {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.)\\S+");
  private static final Pattern LETTER = Pattern.compile("(\\p{L})\\1{3,}");
  private static final Pattern WORDS =
      Pattern.compile("(?iu)(?<!\\S)(\\S+(?:\\s+\\S+){0,4})(?:\\s+\\1){3,}(?!\\S)");
  private static final int LONGEST = 5_000;

  private LineChecks() {}

  /** Why a line is rejected, as a sentence. */
  static Optional<String> defect(String line) {
    if (line.length() > LONGEST) {
      return Optional.of("It is longer than 5,000 characters; write one sentence a line.");
    }
    Optional<String> odd = characters(line);
    if (odd.isPresent()) {
      return odd;
    }
    if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("It has no words.");
    }
    if (ADDRESS.matcher(line).find()) {
      return Optional.of("It has an address, which nobody says so.");
    }
    if (LETTER.matcher(line).find()) {
      return Optional.of("It repeats a letter more than three times.");
    }
    return WORDS.matcher(line).find()
        ? Optional.of("It repeats words more than three times.")
        : Optional.empty();
  }

  static Optional<String> characters(String line) {
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      int code = line.codePointAt(at);
      int type = Character.getType(code);
      boolean odd =
          type == Character.CONTROL && code != '\t'
              || type == Character.PRIVATE_USE
              || type == Character.SURROGATE
              || type == Character.UNASSIGNED
              || code == 0xFFFD;
      if (odd) {
        return Optional.of(
            String.format(Locale.ROOT, "It has a character that is no text (U+%04X).", code));
      }
    }
    return Optional.empty();
  }
}
