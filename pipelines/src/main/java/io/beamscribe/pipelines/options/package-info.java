// SPDX-License-Identifier: Apache-2.0
/** Groups of options that several jobs share. */
@NullMarked
package io.beamscribe.pipelines.options;

import org.jspecify.annotations.NullMarked;
