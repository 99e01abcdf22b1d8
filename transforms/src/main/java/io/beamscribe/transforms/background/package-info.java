// SPDX-License-Identifier: Apache-2.0
/**
 * Long work of streams, done beside the threads of the runner, so that a checkpoint never waits for
 * it. What the work is stands elsewhere.
 */
@NullMarked
package io.beamscribe.transforms.background;

import org.jspecify.annotations.NullMarked;
