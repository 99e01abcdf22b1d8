// SPDX-License-Identifier: Apache-2.0
/**
 * The interface of engines: a {@link SpeechSegment} goes in, {@link Phrase}s come out. Engines live
 * in packages below and are found by {@link EngineProvider}; their native types stay there. One
 * engine, hence one model, serves all threads of a JVM ({@link Engines}).
 */
@NullMarked
package io.beamscribe.speech.recognition;

import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.transcript.Phrase;
import org.jspecify.annotations.NullMarked;
