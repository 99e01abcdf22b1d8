// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.said;

import java.util.Locale;

/** What a party is in a call. */
public enum Role {
  AGENT,
  CUSTOMER,
  /** Where there is only one party, or one more than a call has. */
  OTHER;

  /** The word for it in rules and results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
