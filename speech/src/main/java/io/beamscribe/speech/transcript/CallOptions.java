// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Options of the figures about a call. Immutable.
 *
 * @param rules the text of the user's rules for categories, in YAML; empty for none
 */
public record CallOptions(String rules) implements Serializable {
  /** Without rules. */
  public static final CallOptions DEFAULT = new CallOptions("");

  /** As {@link CaptionOptions#variant}. */
  public String variant() {
    return rules.isEmpty() ? "" : "rules=" + DigestUtils.sha256Hex(rules).substring(0, 16);
  }
}
