/** The work on one file, without Beam: what a DoFn, a service and a live session call alike. */
package io.beamscribe.speech.transcription;
