// SPDX-License-Identifier: Apache-2.0
/**
 * Profanity in text: words that are masked, removed or marked, from a list for each language and
 * the user's own. Not here: personal data.
 */
@NullMarked
package io.beamscribe.speech.text.profanity;

import org.jspecify.annotations.NullMarked;
