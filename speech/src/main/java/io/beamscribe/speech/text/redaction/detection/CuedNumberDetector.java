// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;

/** Numbers that only a word near them tells: of documents, accounts and orders, and post codes. */
final class CuedNumberDetector implements Detector {
  private static final int SHORTEST = 3;
  private static final int LONGEST_POST_CODE = 9;
  private static final int SHORTEST_ID = 5;
  private static final int LONGEST = 34;

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (DigitRun run : DigitRun.ofCodes(stretch)) {
      for (DigitRun.Part part : run.parts(SHORTEST, LONGEST)) {
        int length = part.text().length();
        if (part.text().chars().noneMatch(Character::isDigit)) {
          continue;
        }
        Cues cue = Cues.near(stretch, part.first(), part.end());
        if (cue == Cues.ID && length >= SHORTEST_ID) {
          found.add(new Found(PersonalData.ID, part.first(), part.end(), 0.7));
        } else if (cue == Cues.ZIP && length <= LONGEST_POST_CODE) {
          found.add(new Found(PersonalData.ADDRESS, part.first(), part.end(), 0.7));
        }
      }
    }
    return found;
  }
}
