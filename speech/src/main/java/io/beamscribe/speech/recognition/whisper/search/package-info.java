/** The decoder and the searches over its tokens. */
package io.beamscribe.speech.recognition.whisper.search;
