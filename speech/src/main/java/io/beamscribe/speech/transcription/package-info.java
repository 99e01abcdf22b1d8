// SPDX-License-Identifier: Apache-2.0
/**
 * The work on one file, without Beam: what a DoFn, a service and a live session call alike. How a
 * file becomes blocks is in {@code FileCutter}; how these become text, in {@code BlockRecognizer};
 * how they become one transcript, in {@code TranscriptBuilder}; all of it on one file, in {@code
 * FileTranscriber}. What results depend on, and their fingerprint, is in {@code ResultSettings}.
 */
@NullMarked
package io.beamscribe.speech.transcription;

import org.jspecify.annotations.NullMarked;
