// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.io.Serializable;

/**
 * A word as displayed, with its punctuation: made of one or several spoken words, such as {@code
 * 25} of <i>twenty</i> and <i>five</i>, whose times it takes. Immutable.
 *
 * @param firstWord index of its first spoken word in the reading, from 0
 * @param endWord index after its last spoken word
 */
public record DisplayWord(String text, int firstWord, int endWord) implements Serializable {}
