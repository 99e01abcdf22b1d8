/**
 * The result of a file and the formats it is written in: JSON, plain text, subtitles, CTM. Every
 * format is made from the same {@code Transcript}, so each can be made again from the JSON alone.
 */
package io.beamscribe.speech.transcript;
