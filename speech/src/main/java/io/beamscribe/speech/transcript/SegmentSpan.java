// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

/** A time range that was recognised, for the {@code segments} of a result. */
public record SegmentSpan(int channel, long startMilliseconds, long endMilliseconds)
    implements OnChannel {}
