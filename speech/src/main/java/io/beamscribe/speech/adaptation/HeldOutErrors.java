// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

/**
 * Errors of a base and of what it was adapted to, on audio that neither has read about.
 *
 * @param utterances how many were transcribed
 * @param words of their transcripts
 * @param wordErrorsBefore by the base: substitutions, deletions and insertions
 * @param wordErrorsAfter by the adapted model
 * @param characters of the transcripts, without spaces
 * @param characterErrorsBefore by the base
 * @param characterErrorsAfter by the adapted model
 */
public record HeldOutErrors(
    long utterances,
    long words,
    long wordErrorsBefore,
    long wordErrorsAfter,
    long characters,
    long characterErrorsBefore,
    long characterErrorsAfter) {
  /** Nothing yet. */
  public static final HeldOutErrors NONE = new HeldOutErrors(0, 0, 0, 0, 0, 0, 0);

  /** Those of both. */
  public HeldOutErrors plus(HeldOutErrors more) {
    return new HeldOutErrors(
        utterances + more.utterances,
        words + more.words,
        wordErrorsBefore + more.wordErrorsBefore,
        wordErrorsAfter + more.wordErrorsAfter,
        characters + more.characters,
        characterErrorsBefore + more.characterErrorsBefore,
        characterErrorsAfter + more.characterErrorsAfter);
  }
}
