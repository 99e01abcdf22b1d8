// SPDX-License-Identifier: Apache-2.0
/** Model options of commands. */
@NullMarked
package io.beamscribe.pipelines.models;

import org.jspecify.annotations.NullMarked;
