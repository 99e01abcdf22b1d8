// SPDX-License-Identifier: Apache-2.0
/** Cues and subtitles: where text is cut, how lines are laid out, SRT and VTT. */
@NullMarked
package io.beamscribe.speech.captions;

import org.jspecify.annotations.NullMarked;
