// SPDX-License-Identifier: Apache-2.0
/**
 * The four forms of a phrase (lexical, itn, maskedITN, display), written from what was recognised.
 * Pure functions over a transcript; not here: what needs audio.
 */
@NullMarked
package io.beamscribe.speech.text.forms;

import org.jspecify.annotations.NullMarked;
