// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.spellout;

import com.ibm.icu.text.RuleBasedNumberFormat;
import io.beamscribe.speech.text.DataFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what is written with digits and signs is spoken, as recognisers write it: in lower case,
 * without hyphens. Numbers by ICU, everything else by the data file of the language; a language
 * without one is left as written. Thread-safe.
 */
public final class SpokenForms {
  /** Read once from data files, and never changed: as many as there are languages. */
  private static final Map<String, SpokenForms> LOADED = new ConcurrentHashMap<>();

  private static final Pattern NEEDED = Pattern.compile("[\\p{N}$€£¥₩%&@+=°]");
  private static final Pattern TELEPHONE = Pattern.compile("\\d{3}(?:[-.]\\d{3,4})+");
  private static final Pattern PARTS =
      Pattern.compile("\\d+(?:[.,:\\u00a0\\u202f'’]\\d+)*|[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)*|\\S");

  /** Digits of a number without separators that are spoken one by one: a telephone, a card. */
  private static final int DIGIT_BY_DIGIT = 7;

  private final String language;
  private final boolean known;
  private final char point;
  private final char group;
  private final RuleBasedNumberFormat format;
  private final Map<String, String> signs = new HashMap<>();
  private final Map<String, List<String>> currencies = new HashMap<>();
  private final Map<String, String> ordinals = new HashMap<>();
  private final Map<String, List<String>> settings = new HashMap<>();
  private final Set<String> rules;

  /** Whether recognisers write the parts of a word with hyphens apart. */
  private final boolean apart;

  private SpokenForms(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    language = locale.getLanguage();
    List<List<String>> rows = DataFile.rowsIfAny(SpokenForms.class, language + ".tsv");
    known = !rows.isEmpty();
    format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
    rules = Stream.of(format.getRuleSetNames()).collect(Collectors.toSet());
    apart = language.equals("en");
    boolean comma = !Set.of("en", "ko", "ja", "zh").contains(language);
    point = comma ? ',' : '.';
    group = comma ? '.' : ',';
    for (List<String> row : rows) {
      switch (row.get(0)) {
        case "sign" -> signs.put(row.get(1), row.get(2));
        case "currency" -> currencies.put(row.get(1), row.subList(2, row.size()));
        case "ordinal" -> ordinals.put(row.get(1), row.get(2));
        default -> settings.put(row.get(0), row.subList(1, row.size()));
      }
    }
  }

  /** The spoken forms of a locale. */
  public static SpokenForms of(String locale) {
    return LOADED.computeIfAbsent(locale, SpokenForms::new);
  }

  /**
   * The words that a written word is spoken with; the word itself if it has no digits or signs, or
   * the language is not known.
   *
   * @param word in lower case, without marks around it
   */
  public List<String> speak(String word) {
    if (!known || !NEEDED.matcher(word).find()) {
      return apart && word.indexOf('-') > 0 ? parts(word) : List.of(word);
    }
    if (TELEPHONE.matcher(word).matches() && word.indexOf(group) < 0) {
      return List.of(plain(digits(word.replaceAll("\\D", ""))).split(" "));
    }
    List<String> said = new ArrayList<>();
    Matcher parts = PARTS.matcher(word);
    List<String> list = new ArrayList<>();
    while (parts.find()) {
      list.add(parts.group());
    }
    speak(list, said);
    List<String> words =
        said.stream()
            .flatMap(text -> Stream.of(plain(text).split(" ")))
            .filter(text -> !text.isEmpty())
            .toList();
    return words.isEmpty() ? List.of(word) : words;
  }

  private static List<String> parts(String word) {
    List<String> parts = Stream.of(word.split("-+")).filter(part -> !part.isEmpty()).toList();
    return parts.isEmpty() ? List.of(word) : parts;
  }

  private void speak(List<String> parts, List<String> said) {
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      String next = i + 1 < parts.size() ? parts.get(i + 1) : "";
      if (currencies.containsKey(part) && isNumber(next)) {
        said.add(money(next, currencies.get(part)));
        i++;
      } else if (isNumber(part) && currencies.containsKey(next)) {
        said.add(money(part, currencies.get(next)));
        i++;
      } else if (isNumber(part) && ordinals.containsKey(next)) {
        said.add(ordinal(part, ordinals.get(next)));
        i++;
      } else if (isNumber(part)) {
        boolean alone = parts.size() == 1;
        said.add(number(part, alone, next.equals("s")));
        i += next.equals("s") ? 1 : 0;
      } else {
        String sign = signs.get(part);
        if (sign != null) {
          said.add(sign);
        } else if (Character.isLetterOrDigit(part.codePointAt(0))) {
          said.add(part);
        }
      }
    }
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }

  private String number(String part, boolean alone, boolean decade) {
    if (part.indexOf(':') > 0) {
      return time(part.split(":"));
    }
    String whole = whole(part);
    int at = whole.indexOf('.');
    if (at > 0) {
      return cardinal(whole.substring(0, at))
          + " "
          + settings.getOrDefault("point", List.of("")).get(0)
          + " "
          + digits(whole.substring(at + 1));
    }
    if (decade) {
      return plural(year(whole));
    }
    if (whole.length() > 1 && whole.startsWith("0")
        || part.length() >= DIGIT_BY_DIGIT && whole.equals(part)) {
      return digits(whole);
    }
    return alone && isYear(part) ? year(whole) : cardinal(whole);
  }

  /** Digits with a point between whole and fraction, if there is one, and no other separators. */
  private String whole(String part) {
    String number = part.replaceAll("[\\u00a0\\u202f'’]", "");
    int last = number.lastIndexOf(point);
    boolean decimal = last > 0 && number.indexOf(point) == last;
    if (!decimal && last < 0) {
      // One separator that is none of the language, unless three digits follow.
      int other = number.lastIndexOf(group);
      boolean fraction =
          other > 0 && number.indexOf(group) == other && number.length() - other - 1 != 3;
      return fraction ? number.replace(group, '.') : number.replace(String.valueOf(group), "");
    }
    String digits = number.replace(String.valueOf(group), "");
    return decimal ? digits.replace(point, '.') : digits.replace(String.valueOf(point), "");
  }

  private static boolean isYear(String part) {
    return part.length() == 4 && part.compareTo("1100") >= 0 && part.compareTo("2099") <= 0;
  }

  private String year(String whole) {
    return spelled(new BigDecimal(whole), "%spellout-numbering-year");
  }

  private String cardinal(String whole) {
    return spelled(new BigDecimal(whole), "%spellout-numbering");
  }

  private String ordinal(String part, String rule) {
    return spelled(
        new BigDecimal(whole(part)), "%spellout-ordinal" + (rule.equals("-") ? "" : rule));
  }

  private String spelled(BigDecimal number, String rule) {
    synchronized (format) {
      return rules.contains(rule)
          ? format.format(number.longValue(), rule)
          : format.format(number.longValue());
    }
  }

  private String digits(String digits) {
    List<String> names = settings.getOrDefault("digits", List.of());
    return digits
        .chars()
        .mapToObj(
            digit ->
                names.isEmpty() ? cardinal(String.valueOf((char) digit)) : names.get(digit - '0'))
        .collect(Collectors.joining(" "));
  }

  /** A row of a currency: one, several, one hundredth, several, and the word between. */
  private String money(String part, List<String> names) {
    String number = whole(part);
    int at = number.indexOf('.');
    String main = at < 0 ? number : number.substring(0, at);
    String text = cardinal(main) + " " + names.get(main.equals("1") ? 0 : 1);
    if (at < 0 || names.size() < 5 || number.length() - at != 3) {
      return at < 0
          ? text
          : cardinal(main)
              + " "
              + settings.getOrDefault("point", List.of("")).get(0)
              + " "
              + digits(number.substring(at + 1))
              + " "
              + names.get(1);
    }
    String cents = number.substring(at + 1).replaceFirst("^0", "");
    if (cents.equals("0")) {
      return text;
    }
    String small = cardinal(cents) + " " + names.get(cents.equals("1") ? 2 : 3);
    return main.equals("0") ? small : text + " " + names.get(4) + " " + small;
  }

  /** The words of a time of day: hour and minutes, by the row {@code time}. */
  private String time(String[] parts) {
    List<String> row = settings.getOrDefault("time", List.of("", "", ""));
    String hour = cardinal(parts[0]);
    String minutes = parts.length > 1 ? parts[1] : "00";
    String text;
    if (minutes.equals("00")) {
      text = hour + " " + row.get(1);
    } else if (minutes.startsWith("0") && row.size() > 3) {
      text = hour + " " + row.get(0) + " " + row.get(3) + " " + cardinal(minutes.substring(1));
    } else {
      text = hour + " " + row.get(0) + " " + cardinal(minutes) + " " + row.get(2);
    }
    return parts.length > 2 ? text + " " + cardinal(parts[2]) : text;
  }

  private static String plural(String word) {
    return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  /** As recognisers write words: no hyphens, soft hyphens or capital letters. */
  private String plain(String text) {
    return text.replace("\u00ad", "")
        .replace('-', ' ')
        .replace("’", "'")
        .toLowerCase(Locale.forLanguageTag(language));
  }
}
