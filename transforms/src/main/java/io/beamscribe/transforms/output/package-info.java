// SPDX-License-Identifier: Apache-2.0
/**
 * What a finished file leaves: transcripts, marker, index of markers, kept blocks, dead letters.
 * The rule for what counts as finished is in {@code FinishedRule}.
 */
@NullMarked
package io.beamscribe.transforms.output;

import org.jspecify.annotations.NullMarked;
