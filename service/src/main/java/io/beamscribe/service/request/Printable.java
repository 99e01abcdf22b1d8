// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

/** Text of callers in messages. */
public final class Printable {
  private static final int LONGEST = 60;

  private Printable() {}

  public static String of(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }
}
