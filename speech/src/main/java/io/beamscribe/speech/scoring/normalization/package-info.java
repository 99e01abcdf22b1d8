// SPDX-License-Identifier: Apache-2.0
/** Which differences between texts count: texts to tokens that are compared. */
@NullMarked
package io.beamscribe.speech.scoring.normalization;

import org.jspecify.annotations.NullMarked;
