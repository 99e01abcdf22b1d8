// SPDX-License-Identifier: Apache-2.0
/** The vocabulary of a Whisper model: from tokens to text and words. */
@NullMarked
package io.beamscribe.speech.recognition.whisper.tokens;

import org.jspecify.annotations.NullMarked;
