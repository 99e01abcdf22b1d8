// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

/** Text within XML and HTML. */
public final class Markup {
  private Markup() {}

  /**
   * A text for content and for attributes in quotes of either kind. What XML cannot hold, not even
   * escaped (control characters, halves of characters), becomes the replacement character.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(each -> append(escaped, each));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isXml(codePoint) ? codePoint : 0xFFFD);
    }
  }

  private static boolean isXml(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint >= ' ' && codePoint < 0xD800
        || codePoint > 0xDFFF && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }
}
