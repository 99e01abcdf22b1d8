// SPDX-License-Identifier: Apache-2.0
/** How good a transcript is where there is no reference: an estimate from its confidences. */
@NullMarked
package io.beamscribe.speech.quality;

import org.jspecify.annotations.NullMarked;
