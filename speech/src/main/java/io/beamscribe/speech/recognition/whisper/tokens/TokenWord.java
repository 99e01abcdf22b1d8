// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import java.util.function.UnaryOperator;

/**
 * A word in display form, with the tokens that spell it.
 *
 * @param spaced whether a space precedes it
 * @param from first token, counted among the text's tokens
 * @param to end token, exclusive
 */
public record TokenWord(String display, boolean spaced, int from, int to) {
  public TokenWord inScript(UnaryOperator<String> script) {
    return new TokenWord(script.apply(display), spaced, from, to);
  }
}
