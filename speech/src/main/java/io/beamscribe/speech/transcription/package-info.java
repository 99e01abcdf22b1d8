// SPDX-License-Identifier: Apache-2.0
/**
 * The work on one file, without Beam, for a DoFn, a service or a live session alike. {@code
 * FileCutter} cuts a file into blocks, {@code BlockRecognizer} recognises a block, {@code
 * TranscriptBuilder} combines blocks to one transcript, and {@code FileTranscriber} does all of
 * that for one file. {@code ResultSettings} holds what results depend on, and their fingerprint.
 */
@NullMarked
package io.beamscribe.speech.transcription;

import org.jspecify.annotations.NullMarked;
