// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import io.beamscribe.speech.text.LowerCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with day, month and year, and less than that after a word for birth. */
final class DateDetector implements Detector {
  private static final Pattern IN_FIGURES =
      Pattern.compile(
          "(?<![\\d.-])(?:\\d{4}([-./])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-./])\\d{1,2}\\2(?:\\d{4}|\\d{2}))(?![-./]?\\d)"
              + "|(?:\\d{4}|(?:明治|大正|昭和|平成|令和)\\s?(?:\\d{1,2}|元))\\s?[년年]\\s?\\d{1,2}\\s?[월月]\\s?\\d{1,2}\\s?[일日号號]");

  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d\\d");
  private static final Pattern DAY = Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])\\p{L}{0,2}|1er");
  private static final int LONGEST = 6;

  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, Set<String>> MONTHS = new ConcurrentHashMap<>();

  @Override
  public List<Found> in(Stretch stretch) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = IN_FIGURES.matcher(stretch.text());
    while (matcher.find()) {
      found.add(stretch.found(PersonalData.DATE, matcher.start(), matcher.end(), 0.85));
    }
    Set<String> months = MONTHS.computeIfAbsent(stretch.locale(), DateDetector::months);
    for (int i = 0; i < stretch.pieces().size(); i++) {
      if (months.contains(stretch.pieces().get(i).text())) {
        around(stretch, i, found);
      }
    }
    return found;
  }

  /** Takes the figures next to a month: all of a date, or what there is of one of birth. */
  private static void around(Stretch stretch, int month, List<Found> found) {
    int first = month;
    int end = month + 1;
    boolean day = false;
    boolean year = false;
    for (int i = month - 1; i >= Math.max(0, month - 2) && stretch.joined(i, month); i--) {
      if (DAY.matcher(stretch.pieces().get(i).text()).matches()) {
        day = true;
        first = i;
        break;
      }
    }
    for (int i = end; i < Math.min(stretch.pieces().size(), month + LONGEST / 2); i++) {
      String text = stretch.pieces().get(i).text();
      boolean isYear = YEAR.matcher(text).matches();
      if (!stretch.joined(month, i) || !isYear && (day || !DAY.matcher(text).matches())) {
        if (text.length() > 3) {
          break; // "of", "the" and the like may stand between
        }
        continue;
      }
      year |= isYear;
      day |= !isYear;
      end = i + 1;
    }
    boolean born = Cues.has(Cues.BIRTH, stretch, first, end);
    if (born && day && !year && end < stretch.pieces().size() && stretch.joined(month, end)) {
      year = SHORT_YEAR.matcher(stretch.pieces().get(end).text()).matches();
      end += year ? 1 : 0;
    }
    if (day && year || born && (day || year)) {
      found.add(new Found(PersonalData.DATE, first, end, born ? 0.9 : 0.8));
    }
  }

  private static Set<String> months(String locale) {
    DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(locale));
    Set<String> months = new HashSet<>();
    for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
      for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
        for (String month : symbols.getMonths(context, width)) {
          months.add(LowerCase.of(month, locale).replaceAll("\\.$", ""));
        }
      }
    }
    months.remove("");
    return months;
  }
}
