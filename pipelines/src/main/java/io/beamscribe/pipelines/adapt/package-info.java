// SPDX-License-Identifier: Apache-2.0
/** Adapting models to a user's data, and checking that data: options and files. */
@NullMarked
package io.beamscribe.pipelines.adapt;

import org.jspecify.annotations.NullMarked;
