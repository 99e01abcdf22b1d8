/** Levels of channels, and which of them become tracks. Works on decoded frames. */
package io.beamscribe.speech.audio.channels;
