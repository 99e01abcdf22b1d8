// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

/**
 * A range of characters.
 *
 * @param end index after the last
 */
record TextRange(int start, int end) {
  boolean overlaps(TextRange other) {
    return start < other.end && other.start < end;
  }
}
