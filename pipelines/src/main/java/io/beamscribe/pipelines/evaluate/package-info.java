// SPDX-License-Identifier: Apache-2.0
/** The evaluation job: its options, the models that it tries first, and what comes of it. */
@NullMarked
package io.beamscribe.pipelines.evaluate;

import org.jspecify.annotations.NullMarked;
