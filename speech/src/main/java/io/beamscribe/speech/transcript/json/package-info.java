// SPDX-License-Identifier: Apache-2.0
/** The result document of Azure batch transcription: written, and read back without loss. */
@NullMarked
package io.beamscribe.speech.transcript.json;

import org.jspecify.annotations.NullMarked;
