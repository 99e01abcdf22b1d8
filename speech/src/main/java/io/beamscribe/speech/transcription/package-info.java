/** The work on one file, without Beam: called by DoFns, a service and live sessions alike. */
package io.beamscribe.speech.transcription;
