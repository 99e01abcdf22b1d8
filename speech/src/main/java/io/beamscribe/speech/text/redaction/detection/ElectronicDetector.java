// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.InetAddressValidator;

/** Addresses of mail, of pages and of machines. */
final class ElectronicDetector implements Detector {
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:[a-z]+://)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,24})(?::\\d+)?(?:[/?#]\\S*)?");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+){3}");
  private static final Pattern FOUR =
      Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]*\\d)");
  private static final int LONGEST_SPELLED = 24;

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < stretch.pieces().size(); i++) {
      String text = stretch.pieces().get(i).text();
      if (text.indexOf('.') < 0 && text.indexOf(':') < 0) {
        continue;
      }
      Matcher page = PAGE.matcher(text);
      if (text.indexOf('@') > 0) {
        if (MAIL.matcher(text).find()) {
          found.add(new Found(PersonalData.EMAIL, spelled(stretch, i), i + 1, 0.95));
        }
      } else if (isAddress(text)) {
        found.add(new Found(PersonalData.IP, i, i + 1, 0.95));
      } else if (NUMBERS.matcher(text).matches() && Cues.has(Cues.IP, stretch, i, i + 1)) {
        found.add(new Found(PersonalData.IP, i, i + 1, 0.7));
      } else if (page.matches() && isDomain(page.group(1))) {
        int first = SpelledAddressDetector.mail(stretch, i);
        found.add(
            first < i
                ? new Found(PersonalData.EMAIL, first, i + 1, 0.7)
                : new Found(PersonalData.URL, i, i + 1, 0.9));
      }
    }
    return found;
  }

  private static boolean isAddress(String text) {
    Matcher four = FOUR.matcher(text);
    return InetAddressValidator.getInstance().isValid(four.find() ? four.group() : text);
  }

  private static boolean isDomain(String name) {
    return DomainValidator.getInstance().isValidTld(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Where the letters and figures begin that are spelled out before the last part of a name. */
  private static int spelled(Stretch stretch, int index) {
    int first = index;
    while (first > 0
        && index - first < LONGEST_SPELLED
        && stretch.joined(first - 1, first)
        && !stretch.pieces().get(first - 1).code().isEmpty()) {
      first--;
    }
    return first;
  }
}
