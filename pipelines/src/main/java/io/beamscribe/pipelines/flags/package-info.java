// SPDX-License-Identifier: Apache-2.0
/** From option interfaces to flags, with checked values. No command-line library. */
@NullMarked
package io.beamscribe.pipelines.flags;

import org.jspecify.annotations.NullMarked;
