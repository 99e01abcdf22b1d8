// SPDX-License-Identifier: Apache-2.0
/**
 * Finds personal data in the written form of what one person says: a detector for each way to tell
 * it, and the words that help in data files. Not here: what is put in its place.
 */
@NullMarked
package io.beamscribe.speech.text.redaction.detection;

import org.jspecify.annotations.NullMarked;
