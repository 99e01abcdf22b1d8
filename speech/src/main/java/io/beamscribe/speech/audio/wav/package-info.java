/**
 * WAV of every kind, read by ranges: headers, sample formats, frames. Untrusted bytes; decodes no
 * other container.
 */
package io.beamscribe.speech.audio.wav;
