// SPDX-License-Identifier: Apache-2.0
/** Stores and catalogues of models as options say. */
@NullMarked
package io.beamscribe.pipelines.models;

import org.jspecify.annotations.NullMarked;
