/** What a file is, by its first bytes: decides which one demuxer may read it. Opens no decoder. */
package io.beamscribe.speech.audio.sniff;
