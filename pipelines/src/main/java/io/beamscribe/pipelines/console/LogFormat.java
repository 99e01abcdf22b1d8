// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.util.Arrays;
import java.util.Locale;

/** How logs are written: {@code --logFormat}. */
public enum LogFormat {
  /** For people: warnings and errors only. */
  TEXT,
  /** For machines: everything on stderr as one JSON object per line. */
  JSON;

  private static final String FORMAT = "beamscribe.log.format";
  private static final String LEVEL = "beamscribe.log.level";
  private static final String FLAG = "--logFormat=";

  /** The format of this process. */
  public static LogFormat current() {
    return JSON.name().equalsIgnoreCase(System.getProperty(FORMAT)) ? JSON : TEXT;
  }

  /**
   * Sets the format of this process from its command line, even if the rest of that is invalid.
   * Call before the first logger is created, since loggers read the format once.
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
