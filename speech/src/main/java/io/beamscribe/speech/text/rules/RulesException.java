// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.rules;

import io.beamscribe.speech.SentenceException;
import java.util.List;

/** Rules that cannot be used: what is wrong, by line. */
public final class RulesException extends SentenceException {
  private static final long serialVersionUID = 1L;

  RulesException(List<String> mistakes) {
    super(String.join("\n", mistakes), null);
  }
}
