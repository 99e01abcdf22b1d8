// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Options of the figures about a call. Immutable.
 *
 * @param rules the text of the user's rules for categories, in YAML; empty for none
 * @param sentences folder on this machine of the model of sentences, by which sentiment is found;
 *     null to find it by a list of words
 * @param sentencesDigest identity of its content; null without one
 */
public record CallOptions(
    String rules, @Nullable String sentences, @Nullable String sentencesDigest)
    implements Serializable {
  /** Without rules and model. */
  public static final CallOptions DEFAULT = new CallOptions("");

  /** Options without a model. */
  public CallOptions(String rules) {
    this(rules, null, null);
  }

  /** A copy that finds sentiment by a model of some digest in a folder. */
  public CallOptions withSentences(String folder, String digest) {
    return new CallOptions(rules, folder, digest);
  }

  /**
   * A copy with its model in another folder.
   *
   * @param place from folder and digest to the folder on this machine
   */
  public CallOptions withModels(BinaryOperator<String> place) {
    return sentences == null || sentencesDigest == null
        ? this
        : withSentences(place.apply(sentences, sentencesDigest), sentencesDigest);
  }

  /** As {@link CaptionOptions#variant}. */
  public String variant() {
    return (rules.isEmpty() ? "" : "rules=" + DigestUtils.sha256Hex(rules).substring(0, 16))
        + (sentences == null ? "" : "sentiment=model");
  }
}
