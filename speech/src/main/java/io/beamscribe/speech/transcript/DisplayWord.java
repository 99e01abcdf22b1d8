// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * A word as readers see it, with the punctuation that belongs to it: made of one spoken word or of
 * several, such as {@code 25} of <i>twenty</i> and <i>five</i>, whose time it takes.
 *
 * @param firstWord its first spoken word, counted in its reading from 0
 * @param endWord before which spoken word it ends
 */
public record DisplayWord(String text, int firstWord, int endWord) implements Serializable {}
