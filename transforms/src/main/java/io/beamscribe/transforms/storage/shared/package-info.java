// SPDX-License-Identifier: Apache-2.0
/**
 * Object storage shared by the jobs of a process. A cluster loads it parent-first, like speech, so
 * nothing here may name another package of transforms.
 */
@NullMarked
package io.beamscribe.transforms.storage.shared;

import org.jspecify.annotations.NullMarked;
