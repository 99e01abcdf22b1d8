// SPDX-License-Identifier: Apache-2.0
/**
 * Writes spoken numbers, money, dates and the like as people write them (inverse text
 * normalization), by grammars that are data.
 */
@NullMarked
package io.beamscribe.speech.text.itn;

import org.jspecify.annotations.NullMarked;
