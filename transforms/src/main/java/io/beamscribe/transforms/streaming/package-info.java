/** Polling of inputs, and the steps on one file in an unbounded job. */
package io.beamscribe.transforms.streaming;
