package io.beamscribe.speech.transcription;

import io.beamscribe.speech.json.Json;
import java.io.IOException;

/**
 * Finished blocks as compact JSON, without any loss: what is read equals what was written. An
 * internal format, only read by the version that wrote it.
 */
public final class BlockTranscriptJson {
  private BlockTranscriptJson() {}

  public static byte[] write(BlockTranscript block) {
    return Json.writeCompact(block);
  }

  /** Throws {@link IOException} where the bytes are no whole block: it is to be done again. */
  public static BlockTranscript read(byte[] json) throws IOException {
    BlockTranscript block = Json.read(json, BlockTranscript.class);
    if (block == null) {
      throw new IOException("null is no block");
    }
    return block;
  }
}
