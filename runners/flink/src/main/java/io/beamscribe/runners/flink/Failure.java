// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts a message for people from a stack trace. */
final class Failure {
  private static final Pattern OURS =
      Pattern.compile("^(?:Caused by: )?io\\.beamscribe\\.[\\w.]*Exception: (.+)$");
  private static final Pattern CAUSE =
      Pattern.compile("^(?:Caused by: )?(?:[\\w$]+\\.)*([\\w$]+(?:Exception|Error)(?:: .+)?)$");

  private Failure() {}

  /** The message of our own exception if there is one, otherwise the innermost cause. */
  static String sentence(String stackTrace) {
    List<String> lines = stackTrace.lines().toList();
    String last = lines.isEmpty() ? "no reason given" : lines.get(0);
    for (String line : lines) {
      Matcher ours = OURS.matcher(line);
      if (ours.matches()) {
        return ours.group(1);
      }
      Matcher cause = CAUSE.matcher(line);
      if (cause.matches()) {
        last = cause.group(1);
      }
    }
    return "The job failed: " + last;
  }
}
