// SPDX-License-Identifier: Apache-2.0
/** Where the models of a run come from. */
@NullMarked
package io.beamscribe.transforms.models;

import org.jspecify.annotations.NullMarked;
