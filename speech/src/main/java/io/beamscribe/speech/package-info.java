// SPDX-License-Identifier: Apache-2.0
/**
 * The speech library: audio in, transcripts out, on one worker, without any Beam type.
 *
 * <p>Packages in the order in which audio passes through them: {@code audio} (sniff, decode,
 * channels), {@code activity} (detect speech, cut segments), {@code recognition} (the engine
 * interface, with the engines below it) and {@code engines} (loading, sharing and isolating them),
 * {@code speakers} (diarization and enrolled voices), {@code transcription} (the work on one file),
 * {@code transcript} (the result), {@code formats} and {@code captions} (the files it is written
 * to), {@code analytics} and {@code report} (figures of a file and of a run). Beside them: {@code
 * models} (catalogue, download, conversion, store), {@code onnx} (ONNX Runtime and graphs), {@code
 * languagemodel} (n-gram models) and {@code json}. This package itself holds only what all of them
 * share: the error kinds.
 */
@NullMarked
package io.beamscribe.speech;

import org.jspecify.annotations.NullMarked;
