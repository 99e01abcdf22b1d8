// SPDX-License-Identifier: Apache-2.0
/** Scores of who spoke when, and of what each speaker said. */
@NullMarked
package io.beamscribe.speech.scoring.conversations;

import org.jspecify.annotations.NullMarked;
