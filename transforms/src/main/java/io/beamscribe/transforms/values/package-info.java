// SPDX-License-Identifier: Apache-2.0
/** What travels between steps, its coder, and the row that a failure becomes. */
@NullMarked
package io.beamscribe.transforms.values;

import org.jspecify.annotations.NullMarked;
