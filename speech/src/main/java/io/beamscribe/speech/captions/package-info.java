/** Cues and subtitles: where text is cut, how lines are laid out, SRT and VTT. */
package io.beamscribe.speech.captions;
