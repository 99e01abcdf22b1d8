/** Figures of a conversation: talk, silence, interruptions, by turns of speakers. */
package io.beamscribe.speech.analytics;
