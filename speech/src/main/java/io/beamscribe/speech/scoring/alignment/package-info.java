// SPDX-License-Identifier: Apache-2.0
/**
 * Alignment of a hypothesis with its reference, and counts of edits. Knows tokens only, not where
 * they come from.
 */
@NullMarked
package io.beamscribe.speech.scoring.alignment;

import org.jspecify.annotations.NullMarked;
