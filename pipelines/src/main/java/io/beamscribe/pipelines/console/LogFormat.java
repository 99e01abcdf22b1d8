// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.util.Arrays;
import java.util.Locale;

/** How logs are written: {@code --logFormat}. */
public enum LogFormat {
  /** For people: nothing but what is wrong. */
  TEXT,
  /** For machines: one JSON object a line, and with them all that is said on stderr. */
  JSON;

  private static final String FORMAT = "beamscribe.log.format";
  private static final String LEVEL = "beamscribe.log.level";
  private static final String FLAG = "--logFormat=";

  /** That of this process. */
  public static LogFormat current() {
    return JSON.name().equalsIgnoreCase(System.getProperty(FORMAT)) ? JSON : TEXT;
  }

  /**
   * Lets a process write as a command line says, whatever else is right or wrong with that. Has to
   * come before the first logger, which reads it.
   */
  public static void use(String... args) {
    boolean json =
        Arrays.stream(args)
            .filter(arg -> arg.startsWith(FLAG))
            .anyMatch(arg -> JSON.name().equalsIgnoreCase(arg.substring(FLAG.length())));
    if (json) {
      System.setProperty(FORMAT, JSON.name().toLowerCase(Locale.ROOT));
      if (System.getProperty(LEVEL) == null) {
        System.setProperty(LEVEL, "info");
      }
    }
  }
}
