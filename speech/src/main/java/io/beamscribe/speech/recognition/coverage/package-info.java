// SPDX-License-Identifier: Apache-2.0
/**
 * Holds engines to what speech detection is sure of: {@code Coverage} compares words with speech,
 * {@code SecondReading} recognises again what has no words and flags what stays without.
 */
@NullMarked
package io.beamscribe.speech.recognition.coverage;

import org.jspecify.annotations.NullMarked;
