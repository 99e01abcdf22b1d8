// SPDX-License-Identifier: Apache-2.0
/** From inputs to files: patterns, local folders, object storage, the web; sizes and versions. */
@NullMarked
package io.beamscribe.transforms.listing;

import org.jspecify.annotations.NullMarked;
