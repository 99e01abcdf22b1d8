/**
 * The bundled FFmpeg program: where it is, its child process with limits, and what its messages
 * mean.
 */
package io.beamscribe.speech.audio.ffmpeg;
