// SPDX-License-Identifier: Apache-2.0
/**
 * Speakers in one block of audio: local speakers by the segmentation model, embeddings by the
 * embedding model. Knows no other block.
 */
@NullMarked
package io.beamscribe.speech.speakers.block;

import org.jspecify.annotations.NullMarked;
