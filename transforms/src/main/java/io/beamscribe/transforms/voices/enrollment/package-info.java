// SPDX-License-Identifier: Apache-2.0
/** Enrolls voices from recordings of one person. */
@NullMarked
package io.beamscribe.transforms.voices.enrollment;

import org.jspecify.annotations.NullMarked;
