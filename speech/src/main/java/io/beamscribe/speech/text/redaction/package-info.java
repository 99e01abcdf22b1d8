// SPDX-License-Identifier: Apache-2.0
/**
 * Personal data in transcripts: finds it in the written form of what was said, and puts a
 * placeholder in every form of the text. Not here: profanity, and what is done to audio.
 */
@NullMarked
package io.beamscribe.speech.text.redaction;

import org.jspecify.annotations.NullMarked;
