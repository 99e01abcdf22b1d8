// SPDX-License-Identifier: Apache-2.0
/**
 * Marks and capital letters for words that another engine recognised: the decoder hears the audio
 * and is forced to the words.
 */
@NullMarked
package io.beamscribe.speech.recognition.whisper.punctuation;

import org.jspecify.annotations.NullMarked;
