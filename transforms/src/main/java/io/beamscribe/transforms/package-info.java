// SPDX-License-Identifier: Apache-2.0
/**
 * Beam transforms over the speech library: list audio, skip what is finished, cut, recognise,
 * assemble, report. One verb a transform; no runner on the compile path.
 */
@NullMarked
package io.beamscribe.transforms;

import org.jspecify.annotations.NullMarked;
