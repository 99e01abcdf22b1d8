// SPDX-License-Identifier: Apache-2.0
/** Object storage: the provider, how to reach it, and why it cannot be reached. */
@NullMarked
package io.beamscribe.pipelines.storage;

import org.jspecify.annotations.NullMarked;
