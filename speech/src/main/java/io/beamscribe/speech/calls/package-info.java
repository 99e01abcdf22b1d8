// SPDX-License-Identifier: Apache-2.0
/**
 * Figures about a call, found in its transcript: who talks how much and how, of what, and to what
 * end.
 */
@NullMarked
package io.beamscribe.speech.calls;

import org.jspecify.annotations.NullMarked;
