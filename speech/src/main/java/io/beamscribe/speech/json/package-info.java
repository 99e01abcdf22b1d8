// SPDX-License-Identifier: Apache-2.0
/**
 * How Beamscribe writes and reads JSON, the same for results, reports and intermediate files:
 * UTF-8, line feeds, keys in a fixed order, plain decimals. Not here: the documents themselves,
 * except for a few rules on how audio levels, words and segments are printed and which member names
 * are frequent.
 */
@NullMarked
package io.beamscribe.speech.json;

import org.jspecify.annotations.NullMarked;
