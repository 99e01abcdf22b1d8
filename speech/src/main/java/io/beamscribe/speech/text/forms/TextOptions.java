// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import java.io.Serializable;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the forms of phrases are written. Immutable.
 *
 * @param punctuation of engines that write words only as spoken; {@link Punctuation#AUTO} stands
 *     for rules here, as no audio is at hand
 * @param mode which marks are written
 * @param profanity what becomes of it in the forms for readers
 */
public record TextOptions(Punctuation punctuation, PunctuationMode mode, ProfanityOptions profanity)
    implements Serializable {
  /** As the service does by default. */
  public static final TextOptions DEFAULT =
      new TextOptions(Punctuation.AUTO, PunctuationMode.DICTATED_AND_AUTOMATIC);

  /**
   * Version of the rules behind the forms. It is raised with every change that gives other text for
   * the same words, so that finished results are written anew, without their audio.
   */
  static final String VERSION = "1";

  /** With profanity as by default. */
  public TextOptions(Punctuation punctuation, PunctuationMode mode) {
    this(punctuation, mode, ProfanityOptions.DEFAULT);
  }

  /** A copy with marks from elsewhere. */
  public TextOptions withPunctuation(Punctuation other) {
    return new TextOptions(other, mode, profanity);
  }

  /** Equal if the same words give the same forms, on any machine. */
  public String digest() {
    return DigestUtils.sha256Hex(
        "version="
            + VERSION
            + "\npunctuation="
            + punctuation
            + "\nmode="
            + mode.label()
            + "\nprofanity="
            + profanity);
  }
}
