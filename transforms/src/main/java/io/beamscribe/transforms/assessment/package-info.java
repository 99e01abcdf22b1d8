// SPDX-License-Identifier: Apache-2.0
/** Assesses the pronunciation of recordings in a job, and reports on speakers and classes. */
@NullMarked
package io.beamscribe.transforms.assessment;

import org.jspecify.annotations.NullMarked;
