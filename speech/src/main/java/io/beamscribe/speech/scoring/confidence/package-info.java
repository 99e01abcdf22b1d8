// SPDX-License-Identifier: Apache-2.0
/** How far confidences agree with what was right. */
@NullMarked
package io.beamscribe.speech.scoring.confidence;

import org.jspecify.annotations.NullMarked;
