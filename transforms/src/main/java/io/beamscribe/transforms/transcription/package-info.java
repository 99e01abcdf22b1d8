// SPDX-License-Identifier: Apache-2.0
/**
 * Steps on one file: cut, recognise, assemble. The work itself is in {@code speech.transcription};
 * {@code FilePreparer}, {@code BlockRecognition} and {@code TranscriptAssembler} add what is stored
 * before and after it, the same for batch and streaming.
 */
@NullMarked
package io.beamscribe.transforms.transcription;

import org.jspecify.annotations.NullMarked;
