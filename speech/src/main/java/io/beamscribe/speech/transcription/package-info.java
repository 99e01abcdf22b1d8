/** The work on one file, without Beam: called by DoFns, a service and live sessions alike. */
@NullMarked
package io.beamscribe.speech.transcription;

import org.jspecify.annotations.NullMarked;
