// SPDX-License-Identifier: Apache-2.0
/** Scores of one file, which add up to those of many. Records that travel as JSON. */
@NullMarked
package io.beamscribe.speech.scoring.results;

import org.jspecify.annotations.NullMarked;
