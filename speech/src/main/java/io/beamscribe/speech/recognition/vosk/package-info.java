// SPDX-License-Identifier: Apache-2.0
/**
 * The Vosk engine: our own binding to its native library, seeded noise in place of its dither, and
 * the conversion of its language model. Only the provider is used outside this package.
 */
@NullMarked
package io.beamscribe.speech.recognition.vosk;

import org.jspecify.annotations.NullMarked;
