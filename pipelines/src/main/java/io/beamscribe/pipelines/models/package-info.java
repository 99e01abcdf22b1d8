// SPDX-License-Identifier: Apache-2.0
/** Model stores and catalogues, created from options. */
@NullMarked
package io.beamscribe.pipelines.models;

import org.jspecify.annotations.NullMarked;
