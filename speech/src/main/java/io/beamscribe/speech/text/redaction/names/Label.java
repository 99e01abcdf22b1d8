// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.names;

/**
 * A label that the model gives to a part of a text.
 *
 * @param name in capital letters, such as {@code GIVEN_NAME} or {@code STREET_NAME}
 * @param start index of its first character
 * @param end index after its last character
 * @param score between 0 and 1
 */
public record Label(String name, int start, int end, double score) {}
