// SPDX-License-Identifier: Apache-2.0
/** What was really said: references and hypotheses of other programs, read from files. */
@NullMarked
package io.beamscribe.speech.scoring.references;

import org.jspecify.annotations.NullMarked;
