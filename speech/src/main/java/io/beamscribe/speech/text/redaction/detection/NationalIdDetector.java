// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers that states give to persons, by their check digits or a word that names them. */
final class NationalIdDetector implements Detector {
  /** As the social security number of the United States is written. */
  private static final Pattern AMERICAN = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");

  /** People are asked for the last digits only. */
  private static final int LAST = 4;

  private static final int SHORTEST = 9;
  private static final int LONGEST = 18;

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (DigitRun run : DigitRun.ofDigits(stretch)) {
      find(stretch, run, found);
    }
    for (DigitRun run : DigitRun.ofCodes(stretch)) {
      find(stretch, run, found);
    }
    return found;
  }

  private static void find(Stretch stretch, DigitRun run, List<Found> found) {
    DigitRun.Part whole = run.whole();
    if (whole.text().length() == LAST
        && whole.text().chars().allMatch(Character::isDigit)
        && Cues.near(stretch, whole.first(), whole.end()) == Cues.SSN) {
      found.add(new Found(PersonalData.SSN, whole.first(), whole.end(), 0.6));
    }
    for (DigitRun.Part part : run.parts(SHORTEST, LONGEST)) {
      double confidence = confidence(stretch, part);
      if (confidence > 0) {
        found.add(new Found(PersonalData.SSN, part.first(), part.end(), confidence));
      }
    }
  }

  private static double confidence(Stretch stretch, DigitRun.Part part) {
    boolean cued = Cues.near(stretch, part.first(), part.end()) == Cues.SSN;
    for (NationalIds id : NationalIds.values()) {
      if (id.length() == part.text().length() && id.spokenIn(stretch.language())) {
        boolean valid = id.isValid(part.text());
        if (cued) {
          return valid ? 0.95 : 0.7; // a digit may be misheard
        }
        if (valid && (!id.needsCue() || asWritten(stretch, part))) {
          return 0.85;
        }
      }
    }
    return 0;
  }

  private static boolean asWritten(Stretch stretch, DigitRun.Part part) {
    return part.end() - part.first() == 1
        && AMERICAN.matcher(stretch.pieces().get(part.first()).text()).matches();
  }
}
