// SPDX-License-Identifier: Apache-2.0
/**
 * Steps on one file: cut, recognise, assemble. How that is done is in {@code speech.transcription};
 * here is what is stored before and after, which batch and stream do alike: {@code FilePreparer},
 * {@code BlockRecognition} and {@code TranscriptAssembler}.
 */
@NullMarked
package io.beamscribe.transforms.transcription;

import org.jspecify.annotations.NullMarked;
