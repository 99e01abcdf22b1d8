// SPDX-License-Identifier: Apache-2.0
/**
 * Output of finished files: transcripts, markers and their index, kept blocks, dead letters. The
 * rule for what counts as finished is in {@code FinishedRule}.
 */
@NullMarked
package io.beamscribe.transforms.output;

import org.jspecify.annotations.NullMarked;
