// SPDX-License-Identifier: Apache-2.0
/** Turns option interfaces into flags with checked values. Uses no command-line library. */
@NullMarked
package io.beamscribe.pipelines.flags;

import org.jspecify.annotations.NullMarked;
