// SPDX-License-Identifier: Apache-2.0
/**
 * What jobs of one process share of object storage. A cluster loads it parent-first, like speech,
 * so nothing here may name another package of transforms.
 */
@NullMarked
package io.beamscribe.transforms.storage.shared;

import org.jspecify.annotations.NullMarked;
