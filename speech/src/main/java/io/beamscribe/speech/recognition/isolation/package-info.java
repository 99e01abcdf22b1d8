/** Engines in supervised child processes, so that a crash of native code costs one file. */
package io.beamscribe.speech.recognition.isolation;
