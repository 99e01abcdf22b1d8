// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Numbers of payment cards: 13 to 19 digits with a right check digit, or 12 to 19 after a word for
 * a card, since one digit misheard makes the check digit wrong.
 */
final class CardDetector implements Detector {
  private static final int SHORTEST = 12;
  private static final int SHORTEST_CHECKED = 13;
  private static final int LONGEST = 19;
  private static final int LONGEST_CODE = 4;

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (DigitRun run : DigitRun.ofDigits(stretch)) {
      for (DigitRun.Part part : run.parts(SHORTEST, LONGEST)) {
        add(stretch, run, part, found);
      }
      DigitRun.Part whole = run.whole();
      if ((whole.text().length() == LONGEST_CODE || whole.text().length() == LONGEST_CODE - 1)
          && Cues.near(stretch, whole.first(), whole.end()) == Cues.CVV) {
        found.add(new Found(PersonalData.CARD, whole.first(), whole.end(), 0.8));
      }
    }
    return found;
  }

  private static void add(Stretch stretch, DigitRun run, DigitRun.Part part, List<Found> found) {
    String digits = part.text();
    boolean cued = Cues.has(Cues.CARD, stretch, part.first(), part.end());
    boolean checked =
        digits.length() >= SHORTEST_CHECKED
            && "23456".indexOf(digits.charAt(0)) >= 0
            && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    boolean whole = part.equals(run.whole());
    if (checked && (whole || cued)) {
      found.add(new Found(PersonalData.CARD, part.first(), part.end(), cued ? 1 : 0.9));
    } else if (cued && whole) {
      found.add(new Found(PersonalData.CARD, part.first(), part.end(), 0.7));
    } else if (checked) {
      found.add(new Found(PersonalData.CARD, part.first(), part.end(), 0.6));
    }
  }
}
