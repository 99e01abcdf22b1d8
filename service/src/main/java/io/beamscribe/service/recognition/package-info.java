// SPDX-License-Identifier: Apache-2.0
/** Transcription and assessment at once, by models that stay loaded. */
@NullMarked
package io.beamscribe.service.recognition;

import org.jspecify.annotations.NullMarked;
