/**
 * The speech library: audio in, transcripts out, on one worker, without any Beam type.
 *
 * <p>Packages in the order that audio meets them: {@code audio} (probe, decode, channels), {@code
 * activity} (where speech is, where to cut), {@code recognition} (the engine seam, with the engines
 * below it), {@code transcript} (the result and its formats); beside them {@code models}
 * (catalogue, download, verify) and {@code report} (what happened to each file). This package
 * itself holds only what all of them share: the error kinds.
 */
package io.beamscribe.speech;
