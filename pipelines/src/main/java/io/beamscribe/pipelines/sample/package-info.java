// SPDX-License-Identifier: Apache-2.0
/** Draws speech from results to be transcribed by hand: cuts of audio and a list of references. */
@NullMarked
package io.beamscribe.pipelines.sample;

import org.jspecify.annotations.NullMarked;
