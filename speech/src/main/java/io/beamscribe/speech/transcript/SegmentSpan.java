// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

/** A recognised time range, for the {@code segments} of a result. Immutable. */
public record SegmentSpan(int channel, long startMilliseconds, long endMilliseconds)
    implements OnChannel {}
