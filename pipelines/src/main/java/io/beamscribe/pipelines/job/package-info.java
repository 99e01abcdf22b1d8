// SPDX-License-Identifier: Apache-2.0
/** Running a job to its end on any runner: state, progress, causes. Prints nothing. */
@NullMarked
package io.beamscribe.pipelines.job;

import org.jspecify.annotations.NullMarked;
