// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;

/**
 * Bank accounts as IBAN: with right check digits and length, or of its form after the word IBAN.
 */
final class IbanDetector implements Detector {
  /** The letters of the bank end before this index. */
  private static final int BANK_END = 8;

  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]+");

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (DigitRun run : DigitRun.ofCodes(stretch)) {
      for (DigitRun.Part part : run.parts(SHORTEST, LONGEST)) {
        if (FORM.matcher(part.text()).matches()) {
          if (isValid(part.text(), 4)) {
            found.add(new Found(PersonalData.IBAN, part.first(), part.end(), 1));
          } else if (Cues.has(Cues.IBAN, stretch, part.first(), part.end())) {
            found.add(new Found(PersonalData.IBAN, part.first(), part.end(), 0.7));
          }
        }
      }
    }
    found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    return found;
  }

  /** Whether it is one, with some of the zeros of the bank taken for the letter. */
  private static boolean isValid(String text, int from) {
    int zero = text.indexOf('0', from);
    if (IBANValidator.getInstance().isValid(text)) {
      return true;
    }
    return zero >= 0
        && zero < BANK_END
        && (isValid(text, zero + 1)
            || isValid(text.substring(0, zero) + 'O' + text.substring(zero + 1), zero + 1));
  }
}
