// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

/** A part of the audio, in milliseconds from its beginning. */
public record Stretch(long offsetMilliseconds, long durationMilliseconds) {}
