package io.beamscribe.transforms.values;

import io.beamscribe.speech.transcription.BlockTranscript;

/** A block and what was said in it. */
public record RecognizedBlock(AudioBlock block, BlockTranscript transcript) {}
