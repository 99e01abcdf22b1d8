// SPDX-License-Identifier: Apache-2.0
/** Known voices, a file each. */
@NullMarked
package io.beamscribe.transforms.voices;

import org.jspecify.annotations.NullMarked;
