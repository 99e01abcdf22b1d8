/**
 * Who speaks when. Each block of audio is listened to by itself ({@link
 * io.beamscribe.speech.speakers.block.VoiceEmbedder}), in parallel with others; what it leaves is
 * small ({@link io.beamscribe.speech.speakers.block.BlockVoices}) and is put together for a whole
 * file ({@link io.beamscribe.speech.speakers.Diarizer}). The way and its constants are told in
 * docs/speakers.md. Not here: where speech is, what is said, and how results are written.
 */
package io.beamscribe.speech.speakers;
