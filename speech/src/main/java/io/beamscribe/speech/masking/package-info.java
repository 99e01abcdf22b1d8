// SPDX-License-Identifier: Apache-2.0
/** Copies of audio in which what was redacted cannot be heard. */
@NullMarked
package io.beamscribe.speech.masking;

import org.jspecify.annotations.NullMarked;
