// SPDX-License-Identifier: Apache-2.0
/** Settings of a run, and the layout of its output. */
@NullMarked
package io.beamscribe.transforms.settings;

import org.jspecify.annotations.NullMarked;
