// SPDX-License-Identifier: Apache-2.0
/** Polling of inputs, and the steps on one file in an unbounded job. */
@NullMarked
package io.beamscribe.transforms.streaming;

import org.jspecify.annotations.NullMarked;
