// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.sampling;

/**
 * A word of a segment's text. Immutable.
 *
 * @param text as in the text, with the marks and spaces after it
 * @param confidence between 0 and 1
 * @param expectedErrors between 0 and 1
 * @param startMilliseconds from the beginning of the segment
 */
public record HeardWord(
    String text, double confidence, double expectedErrors, long startMilliseconds) {}
