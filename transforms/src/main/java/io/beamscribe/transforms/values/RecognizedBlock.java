// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.transcription.BlockTranscript;
import org.apache.beam.sdk.annotations.Internal;

/** A block and its transcript. */
@Internal
public record RecognizedBlock(AudioBlock block, BlockTranscript transcript) {}
