// SPDX-License-Identifier: Apache-2.0
/** Results as tables for analysis: rows, their files, and the formats of these. */
@NullMarked
package io.beamscribe.pipelines.export;

import org.jspecify.annotations.NullMarked;
