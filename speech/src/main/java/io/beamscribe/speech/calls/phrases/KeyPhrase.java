// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls.phrases;

/**
 * What a call is about.
 *
 * @param count how often it is said
 * @param offsetMilliseconds when it is first said
 */
public record KeyPhrase(String text, int count, double score, long offsetMilliseconds) {}
