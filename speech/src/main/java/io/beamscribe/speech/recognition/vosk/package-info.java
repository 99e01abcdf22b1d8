/**
 * The Vosk engine: own binding to its native library, seeded noise in place of its dither, and the
 * rewriting of its language model. No type of this package but its provider is used outside.
 */
package io.beamscribe.speech.recognition.vosk;
