// SPDX-License-Identifier: Apache-2.0
/**
 * Phrase lists for engines that cannot favour phrases while they recognise: the result is corrected
 * afterwards. Knows no engine.
 */
@NullMarked
package io.beamscribe.speech.recognition.phrases;

import org.jspecify.annotations.NullMarked;
