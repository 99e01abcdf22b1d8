// SPDX-License-Identifier: Apache-2.0
/** How far a score is due to chance, and whether a difference between two models is. */
@NullMarked
package io.beamscribe.speech.scoring.statistics;

import org.jspecify.annotations.NullMarked;
