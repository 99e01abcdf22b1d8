// SPDX-License-Identifier: Apache-2.0
/**
 * How English words are pronounced: a dictionary, rules for words outside it, the phones and their
 * names, syllables. Nothing here knows of audio.
 */
@NullMarked
package io.beamscribe.speech.pronunciation.lexicon;

import org.jspecify.annotations.NullMarked;
