// SPDX-License-Identifier: Apache-2.0
/**
 * From bytes in storage to samples: sniffing, decoding, channels, facts about the audio. All
 * positions are counted in samples at {@link SampleRange#RATE} Hz, whatever rate the file has. Not
 * here: finding speech ({@code activity}).
 */
@NullMarked
package io.beamscribe.speech.audio;

import org.jspecify.annotations.NullMarked;
