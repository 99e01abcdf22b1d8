// SPDX-License-Identifier: Apache-2.0
/** Object storage: which one is meant, how it is reached, and what is wrong where it is not. */
@NullMarked
package io.beamscribe.pipelines.storage;

import org.jspecify.annotations.NullMarked;
