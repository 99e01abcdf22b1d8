// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.util.Locale;

/** Figures as people read them, in English. */
public final class Figures {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Figures() {}

  /** A number with commas between thousands. */
  public static String count(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /** As {@code 1 file} or {@code 1,234 files}. */
  public static String files(long count) {
    return count == 1 ? "1 file" : count(count) + " files";
  }

  /** Two units are enough: hours and minutes, minutes and seconds, or seconds. */
  public static String duration(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ENGLISH, seconds < 9.95 ? "%.1f s" : "%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    long minutes = Math.round(seconds / 60);
    return count(minutes / 60) + " h " + minutes % 60 + " min";
  }

  /** How many times as fast, as {@code 9.5×} or {@code 120×}. */
  public static String times(double factor) {
    return String.format(Locale.ENGLISH, factor < 9.95 ? "%.1f×" : "%,.0f×", factor);
  }

  /** A share of one in whole percent. */
  public static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  /** A size in units of thousands, as {@code 1.2 MB}. */
  public static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit + 1 < UNITS.length) {
      size /= 1000;
      unit++;
    }
    String form = unit == 0 || size >= 9.95 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ENGLISH, form, size, UNITS[unit]);
  }

  /** As {@code 1 file} or {@code 1234 files}, for lines that change while they are read. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A length of audio in one unit: {@code 12.4 h}, {@code 3.1 min} or {@code 12 s}. */
  public static String audio(double seconds) {
    return seconds >= 3600
        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
        : seconds >= 60
            ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
            : String.format(Locale.ROOT, "%.0f s", seconds);
  }

  /** A time to wait, without fractions: {@code 2 h 5 min}, {@code 3 min 20 s} or {@code 4 s}. */
  public static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
    return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : whole + " s";
  }

  /** Text without hidden effects: control characters become visible. */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? 0xFFFD : c).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** Control characters, unpaired surrogates, and marks that change the direction of text. */
  private static boolean steers(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
