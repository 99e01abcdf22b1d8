// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import java.io.Serializable;

/**
 * A user's rules as they stand in a file. Immutable.
 *
 * @param file its name, for messages
 * @param text its content; empty for no rules
 */
public record RulesText(String file, String text) implements Serializable {
  public static final RulesText NONE = new RulesText("", "");

  /** Whether there are none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * Checks every line, without the tests: what they expect depends on the language.
   *
   * @throws RulesException with all mistakes, by line
   */
  public void check() throws RulesException {
    RulesFile.untested(file, text, "und");
  }

  /**
   * Checks every line, and runs the tests.
   *
   * @param locale BCP-47 tag of what the tests say
   * @throws RulesException with all mistakes and failed tests, by line
   */
  public void test(String locale) throws RulesException {
    RulesFile.read(file, text, locale);
  }

  /**
   * The rules for a language.
   *
   * @throws IllegalArgumentException if there is a mistake in them, see {@link #check}
   */
  public DisplayRules in(String locale) {
    if (isEmpty()) {
      return DisplayRules.NONE;
    }
    try {
      return RulesFile.untested(file, text, locale);
    } catch (RulesException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Without the rules, which are long. */
  @Override
  public String toString() {
    return file;
  }
}
