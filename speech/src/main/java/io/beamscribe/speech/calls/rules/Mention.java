// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.rules;

/**
 * What was said that a rule asks for.
 *
 * @param text the words as spoken
 */
public record Mention(
    String text, int party, String role, long offsetMilliseconds, long durationMilliseconds) {
  long end() {
    return offsetMilliseconds + durationMilliseconds;
  }
}
