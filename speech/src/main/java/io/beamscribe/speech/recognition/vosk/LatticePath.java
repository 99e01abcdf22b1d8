// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import java.util.List;

/**
 * One path of an utterance's n-best list.
 *
 * @param score log likelihood, acoustic and language model together
 */
record LatticePath(List<TimedWord> words, double score) {}
