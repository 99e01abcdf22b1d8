// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.statistics;

/** Bounds of a value; both NaN if they cannot be told. */
public record Interval(double low, double high) {}
