// SPDX-License-Identifier: Apache-2.0
/** How voices come to be known: from recordings of one person. */
@NullMarked
package io.beamscribe.transforms.voices.enrollment;

import org.jspecify.annotations.NullMarked;
