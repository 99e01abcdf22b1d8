// SPDX-License-Identifier: Apache-2.0
/**
 * Tells voices apart: {@code VoiceClusters} decides how many there are in a channel, and which
 * pieces of speech are of which, in the {@code VoiceSpace} that was learnt from readers.
 */
@NullMarked
package io.beamscribe.speech.speakers.clustering;

import org.jspecify.annotations.NullMarked;
