// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.profanity.ProfanityFilter;
import io.beamscribe.speech.text.profanity.ProfanityMode;
import io.beamscribe.speech.text.profanity.ProfanityOptions;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.punctuation.PunctuationMode;
import io.beamscribe.speech.text.rules.DisplayRules;
import io.beamscribe.speech.text.rules.RulesText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the forms of phrases are written. Immutable.
 *
 * @param punctuation of engines that write words only as spoken; {@link Punctuation#AUTO} stands
 *     for rules here, as no audio is at hand
 * @param mode which marks are written
 * @param profanity what becomes of it in the forms for readers
 * @param rules the user's own
 */
public record TextOptions(
    Punctuation punctuation, PunctuationMode mode, ProfanityOptions profanity, RulesText rules)
    implements Serializable {
  /** As the service does by default. */
  public static final TextOptions DEFAULT =
      new TextOptions(Punctuation.AUTO, PunctuationMode.DICTATED_AND_AUTOMATIC);

  /**
   * Version of the rules behind the forms. It is raised with every change that gives other text for
   * the same words, so that finished results are written anew, without their audio.
   */
  static final String VERSION = "3";

  /** With profanity as by default. */
  public TextOptions(Punctuation punctuation, PunctuationMode mode) {
    this(punctuation, mode, ProfanityOptions.DEFAULT, RulesText.NONE);
  }

  /** A copy with marks from elsewhere. */
  public TextOptions withPunctuation(Punctuation other) {
    return new TextOptions(other, mode, profanity, rules);
  }

  /** A copy with other marks. */
  public TextOptions withMode(PunctuationMode other) {
    return new TextOptions(punctuation, other, profanity, rules);
  }

  /** A copy that treats profanity in another way. */
  public TextOptions withProfanity(ProfanityOptions other) {
    return new TextOptions(punctuation, mode, other, rules);
  }

  /** A copy with other rules of the user. */
  public TextOptions withRules(RulesText other) {
    return new TextOptions(punctuation, mode, profanity, other);
  }

  /** Whether the forms no longer tell what an engine that writes for readers has displayed. */
  boolean lossy() {
    return !rules.isEmpty() || !mode.automatic() || profanity.mode() == ProfanityMode.REMOVED;
  }

  /** What becomes of profanity in a language, with the words of the user's rules. */
  ProfanityFilter filter(String locale, DisplayRules own) {
    List<String> words = new ArrayList<>(profanity.words());
    words.addAll(own.profanity());
    return new ProfanityOptions(profanity.mode(), words, profanity.exceptions()).filter(locale);
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
            + profanity
            + (rules.isEmpty() ? "" : "\nrules=" + rules.text()));
  }
}
