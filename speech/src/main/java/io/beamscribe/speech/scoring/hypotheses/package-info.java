// SPDX-License-Identifier: Apache-2.0
/** What was recognised: results of ours, and files of other programs as if they were. */
@NullMarked
package io.beamscribe.speech.scoring.hypotheses;

import org.jspecify.annotations.NullMarked;
