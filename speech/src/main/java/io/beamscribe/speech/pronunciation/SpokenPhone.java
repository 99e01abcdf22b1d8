// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.pronunciation.lexicon.Phoneme;

/**
 * A phone with the names that results have for it.
 *
 * @param stressed whether its syllable is; only weak vowels have other names
 */
public record SpokenPhone(Phoneme phoneme, boolean stressed) {
  /** Its name in the alphabet of the Speech API, or in the phonetic one. */
  public String name(boolean ipa) {
    return ipa ? phoneme.ipa(stressed) : phoneme.sapi(stressed);
  }
}
