// SPDX-License-Identifier: Apache-2.0
/** Punctuation and capital letters of words that an engine wrote only as spoken. */
@NullMarked
package io.beamscribe.speech.text.punctuation;

import org.jspecify.annotations.NullMarked;
