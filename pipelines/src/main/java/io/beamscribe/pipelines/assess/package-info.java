// SPDX-License-Identifier: Apache-2.0
/** The job that assesses pronunciation. */
@NullMarked
package io.beamscribe.pipelines.assess;

import org.jspecify.annotations.NullMarked;
