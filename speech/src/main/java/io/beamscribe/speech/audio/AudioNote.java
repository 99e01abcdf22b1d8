// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.Serializable;

/**
 * Something about a time range that is known from the file itself, before anything is recognised,
 * and that a reader of its transcript should know.
 *
 * @param kind a word in lower camel case, as in {@code flags[]} of results
 * @param detail details for people, on one line
 */
public record AudioNote(String kind, long startMilliseconds, long endMilliseconds, String detail)
    implements Serializable {}
