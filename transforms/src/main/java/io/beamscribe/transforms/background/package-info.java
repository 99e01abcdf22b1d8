// SPDX-License-Identifier: Apache-2.0
/**
 * Long work of unbounded pipelines, done in background threads so that checkpoints never wait for
 * it. Knows nothing of transcription.
 */
@NullMarked
package io.beamscribe.transforms.background;

import org.jspecify.annotations.NullMarked;
