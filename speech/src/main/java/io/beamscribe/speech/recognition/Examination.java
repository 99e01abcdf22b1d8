// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.SpeechException;

/**
 * Looks at a segment together with the model that recognised it.
 *
 * @param <T> what it finds
 */
@FunctionalInterface
public interface Examination<T> {
  T of(Recognition recognition, Evidence evidence) throws SpeechException;
}
