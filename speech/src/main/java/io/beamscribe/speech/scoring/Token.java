// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring;

/**
 * A token of a reference or hypothesis.
 *
 * @param utterance index of the utterance or phrase that it belongs to
 * @param start in seconds; NaN if unknown
 * @param end in seconds; NaN if unknown
 * @param confidence NaN if unknown
 * @param own whether the times are those of the word itself, not part of longer ones
 */
record Token(
    String text, int utterance, double start, double end, double confidence, boolean own) {}
