// SPDX-License-Identifier: Apache-2.0
/** What a run is told, and where its output lies. */
@NullMarked
package io.beamscribe.transforms.settings;

import org.jspecify.annotations.NullMarked;
