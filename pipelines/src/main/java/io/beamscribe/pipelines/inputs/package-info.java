// SPDX-License-Identifier: Apache-2.0
/** Inputs as users give them: manifests, commas, and checks made before a job starts. */
@NullMarked
package io.beamscribe.pipelines.inputs;

import org.jspecify.annotations.NullMarked;
