// SPDX-License-Identifier: Apache-2.0
/**
 * Which speech is worth most to be transcribed by hand. Knows results only, neither audio nor
 * models.
 */
@NullMarked
package io.beamscribe.speech.sampling;

import org.jspecify.annotations.NullMarked;
