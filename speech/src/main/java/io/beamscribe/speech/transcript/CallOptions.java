// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Options of the figures about a call. Immutable.
 *
 * @param rules the text of the user's rules for categories, in YAML; empty for none
 * @param sentences folder on this machine of the model of sentences, by which sentiment is found;
 *     null to find it by a list of words
 */
public record CallOptions(String rules, @Nullable String sentences) implements Serializable {
  /** Without rules and model. */
  public static final CallOptions DEFAULT = new CallOptions("");

  /** Options without a model. */
  public CallOptions(String rules) {
    this(rules, null);
  }

  /** A copy that finds sentiment by a model in a folder. */
  public CallOptions withSentences(String folder) {
    return new CallOptions(rules, folder);
  }

  /** As {@link CaptionOptions#variant}. */
  public String variant() {
    return (rules.isEmpty() ? "" : "rules=" + DigestUtils.sha256Hex(rules).substring(0, 16))
        + (sentences == null ? "" : "sentiment=model");
  }
}
