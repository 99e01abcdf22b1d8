// SPDX-License-Identifier: Apache-2.0
/** What a batch would do, without doing it, and how long that takes by the runs before. */
@NullMarked
package io.beamscribe.transforms.forecast;

import org.jspecify.annotations.NullMarked;
