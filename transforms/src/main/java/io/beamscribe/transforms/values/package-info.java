// SPDX-License-Identifier: Apache-2.0
/** Values that pass between steps, their coder, and failures as rows. */
@NullMarked
package io.beamscribe.transforms.values;

import org.jspecify.annotations.NullMarked;
