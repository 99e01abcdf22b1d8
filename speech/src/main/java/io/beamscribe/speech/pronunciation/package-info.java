// SPDX-License-Identifier: Apache-2.0
/**
 * How well a text was read, or something was said: scores of the whole, of words, syllables and
 * phones, and what was left out or added. Engines are known only by the evidence they show.
 */
@NullMarked
package io.beamscribe.speech.pronunciation;

import org.jspecify.annotations.NullMarked;
