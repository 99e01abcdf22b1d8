// SPDX-License-Identifier: Apache-2.0
/** Entry points only: the program, and the main classes of the jobs. */
@NullMarked
package io.beamscribe.pipelines;

import org.jspecify.annotations.NullMarked;
