// SPDX-License-Identifier: Apache-2.0
/** Rewrites results without audio: other formats, other speakers. */
@NullMarked
package io.beamscribe.pipelines.rewrite;

import org.jspecify.annotations.NullMarked;
