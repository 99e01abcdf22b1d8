// SPDX-License-Identifier: Apache-2.0
/** Figures of a conversation: talk, silence, interruptions, by turns of speakers. */
@NullMarked
package io.beamscribe.speech.analytics;

import org.jspecify.annotations.NullMarked;
