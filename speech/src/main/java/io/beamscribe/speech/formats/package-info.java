// SPDX-License-Identifier: Apache-2.0
/** The formats that a transcript is written in. One class writes one format. */
@NullMarked
package io.beamscribe.speech.formats;

import org.jspecify.annotations.NullMarked;
