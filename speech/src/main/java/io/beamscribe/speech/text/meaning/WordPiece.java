// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.meaning;

/**
 * A piece of a word in the vocabulary of a model, with its place in the text.
 *
 * @param inside whether it goes on with the word of the piece before it
 */
public record WordPiece(int id, int start, int end, boolean inside) {}
