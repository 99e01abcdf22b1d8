package io.beamscribe.speech.report;

import java.util.Locale;

/** Figures as people read them, in English. */
final class Figures {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  static String files(long count) {
    return count == 1 ? "1 file" : count(count) + " files";
  }

  /** Two units are enough: hours and minutes, minutes and seconds, or seconds. */
  static String duration(double seconds) {
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

  static String times(double factor) {
    return String.format(Locale.ENGLISH, factor < 9.95 ? "%.1f×" : "%,.0f×", factor);
  }

  static String percent(double share) {
    return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
  }

  static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit + 1 < UNITS.length) {
      size /= 1000;
      unit++;
    }
    String form = unit == 0 || size >= 9.95 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ENGLISH, form, size, UNITS[unit]);
  }

  /** Text that draws as it reads: control characters become visible. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? 0xFFFD : c).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** Control characters, halves of pairs, and marks that turn the direction of text around. */
  private static boolean steers(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
