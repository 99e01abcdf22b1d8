// SPDX-License-Identifier: Apache-2.0
/** Inputs as users give them: manifests, commas, and what can be checked before a job begins. */
@NullMarked
package io.beamscribe.pipelines.inputs;

import org.jspecify.annotations.NullMarked;
