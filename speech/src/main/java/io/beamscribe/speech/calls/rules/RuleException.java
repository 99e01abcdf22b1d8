// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

/** A mistake in the rules, as a sentence that names the line. */
public final class RuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  RuleException(int line, String message) {
    super("line " + line + ": " + message);
  }
}
