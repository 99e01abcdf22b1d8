// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

/**
 * An error rate as its publisher states it; not measured by us.
 *
 * @param metric {@code WER} (words) or {@code CER} (characters)
 * @param percent share of errors, 0 to 100 and in principle above
 * @param test the publisher's name of the test set
 * @param source where it is published
 */
public record ErrorRate(String metric, double percent, String test, String source) {}
