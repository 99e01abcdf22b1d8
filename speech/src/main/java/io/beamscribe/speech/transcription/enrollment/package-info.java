// SPDX-License-Identifier: Apache-2.0
/** Learns how somebody sounds from a recording, with the tools that transcription has. */
@NullMarked
package io.beamscribe.speech.transcription.enrollment;

import org.jspecify.annotations.NullMarked;
