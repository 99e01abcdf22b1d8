// SPDX-License-Identifier: Apache-2.0
/** Spoken words and how they are looked up, however a recognizer divides and spells them. */
@NullMarked
package io.beamscribe.speech.text.spoken;

import org.jspecify.annotations.NullMarked;
