// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

/**
 * A time within the call in which nobody speaks.
 *
 * @param hold whether one party waits for the other: the silence is long, or somebody asked to wait
 */
public record Silence(long offsetMilliseconds, long durationMilliseconds, boolean hold) {}
