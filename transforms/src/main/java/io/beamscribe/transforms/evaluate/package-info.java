// SPDX-License-Identifier: Apache-2.0
/** Scores results against references: finding what belongs together, scoring it, and the report. */
@NullMarked
package io.beamscribe.transforms.evaluate;

import org.jspecify.annotations.NullMarked;
