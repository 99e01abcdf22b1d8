// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Telephone numbers: any of 7 to 15 digits with a word for one near, and otherwise those that
 * libphonenumber takes for valid where the language is spoken, unless a word says that the number
 * is something else.
 */
final class PhoneDetector implements Detector {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final String PLUS = "plus";

  /** Where a language is spoken, if its tag does not say. */
  private static final Map<String, String> REGIONS =
      Map.of("en", "US", "ko", "KR", "ja", "JP", "zh", "CN", "pt", "BR", "sv", "SE", "da", "DK");

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    for (DigitRun run : DigitRun.ofDigits(stretch)) {
      List<DigitRun.Part> parts = run.parts(SHORTEST, LONGEST);
      for (DigitRun.Part part : parts) {
        boolean plus = plus(stretch, part.first());
        boolean spelled = plus && stretch.pieces().get(part.first()).text().indexOf('+') < 0;
        double confidence = confidence(stretch, part, plus);
        if (confidence > 0) {
          int first = spelled ? part.first() - 1 : part.first();
          found.add(new Found(PersonalData.PHONE, first, part.end(), confidence));
        }
      }
    }
    return found;
  }

  private static boolean plus(Stretch stretch, int first) {
    return stretch.pieces().get(first).text().startsWith("+")
        || first > 0 && stretch.pieces().get(first - 1).text().equals(PLUS);
  }

  private static double confidence(Stretch stretch, DigitRun.Part part, boolean plus) {
    Cues cue = Cues.near(stretch, part.first(), part.end());
    boolean valid = isValid((plus ? "+" : "") + part.text(), region(stretch.locale()));
    return switch (cue) {
      case PHONE -> valid ? 0.95 : 0.75;
      case NONE, WEAK -> valid || plus ? 0.8 : 0;
      default -> valid && plus ? 0.6 : 0;
    };
  }

  private static String region(String locale) {
    Locale tag = Locale.forLanguageTag(locale.replace('_', '-'));
    String language = tag.getLanguage();
    return tag.getCountry().isEmpty()
        ? REGIONS.getOrDefault(language, language.toUpperCase(Locale.ROOT))
        : tag.getCountry();
  }

  private static boolean isValid(String number, String region) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      return phones.isValidNumber(phones.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
