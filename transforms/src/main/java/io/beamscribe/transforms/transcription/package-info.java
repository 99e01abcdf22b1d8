// SPDX-License-Identifier: Apache-2.0
/** Steps on one file: cut, recognise, assemble. The work itself is in the speech library. */
@NullMarked
package io.beamscribe.transforms.transcription;

import org.jspecify.annotations.NullMarked;
