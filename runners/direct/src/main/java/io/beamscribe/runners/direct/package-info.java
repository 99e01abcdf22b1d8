// SPDX-License-Identifier: Apache-2.0
/** Jobs on one machine: what its runner needs, and the runnable jar. */
@NullMarked
package io.beamscribe.runners.direct;

import org.jspecify.annotations.NullMarked;
