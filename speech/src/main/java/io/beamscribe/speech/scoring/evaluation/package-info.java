// SPDX-License-Identifier: Apache-2.0
/** Scores of many files put together: the document, tables and the page that people read. */
@NullMarked
package io.beamscribe.speech.scoring.evaluation;

import org.jspecify.annotations.NullMarked;
