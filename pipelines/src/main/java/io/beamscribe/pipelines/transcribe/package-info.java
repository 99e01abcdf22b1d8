/** The transcription job, batch and stream: options, choice of models, settings, run report. */
package io.beamscribe.pipelines.transcribe;
