// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.json.Json;
import java.io.IOException;

/**
 * Finished blocks as compact JSON, without any loss: what is read equals what was written. An
 * internal format, only read by the version that wrote it.
 */
public final class BlockTranscriptJson {
  private BlockTranscriptJson() {}

  /** Another one with every change of what a block is written as. */
  private static final int FORM = 2;

  private record Document(int form, BlockTranscript block) {}

  public static byte[] write(BlockTranscript block) {
    return Json.writeCompact(new Document(FORM, block));
  }

  /** Throws {@link IOException} where the bytes are no whole block: it is to be done again. */
  public static BlockTranscript read(byte[] json) throws IOException {
    Document document = Json.read(json, Document.class);
    if (document == null || document.form() != FORM || document.block() == null) {
      throw new IOException("no block of this version");
    }
    return document.block();
  }
}
