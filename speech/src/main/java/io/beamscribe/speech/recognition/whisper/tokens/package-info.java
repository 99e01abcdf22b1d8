/** The vocabulary of a Whisper model: from tokens to text and words. */
package io.beamscribe.speech.recognition.whisper.tokens;
