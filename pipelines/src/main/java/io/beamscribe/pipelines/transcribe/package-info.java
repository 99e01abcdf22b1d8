// SPDX-License-Identifier: Apache-2.0
/**
 * The transcription job, batch and streaming: options, choice of models, settings, result. {@link
 * io.beamscribe.pipelines.transcribe.TranscribeJob} is the way in for programs.
 */
@NullMarked
package io.beamscribe.pipelines.transcribe;

import org.jspecify.annotations.NullMarked;
