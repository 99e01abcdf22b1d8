// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

/**
 * What it is worth that a phrase is listed, as a ratio of odds. What a model knows of language
 * makes rare words unlikely, the more so the more tokens they are spelled with: every token is a
 * surprise. A list takes that back in part: a phrase of a list of a hundred becomes twenty times as
 * likely, and seven times more for each token after the first. The larger the list, the less likely
 * is any one phrase of it.
 *
 * <p>Chosen on half of the utterances of LibriSpeech that docs/whisper.md names.
 */
final class Worth {
  private static final double FIRST_TOKEN = 3;
  private static final double FURTHER_TOKEN = 2;

  /** Phrases up to which the size of a list does not matter. */
  private static final double SHORT_LIST = 100;

  private Worth() {}

  /** The natural logarithm of the ratio; at most 0 if the phrase is not to be favoured. */
  static double of(int tokens, int phrases) {
    return FIRST_TOKEN + FURTHER_TOKEN * (tokens - 1) - Math.log(Math.max(1, phrases / SHORT_LIST));
  }
}
