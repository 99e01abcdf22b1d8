// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.json.Json;
import java.io.IOException;

/**
 * Finished blocks as compact, lossless JSON. An internal format, read only by the version that
 * wrote it. Thread-safe.
 */
public final class BlockTranscriptJson {
  private BlockTranscriptJson() {}

  /** Changes with every change of the format. */
  private static final int FORM = 3;

  private record Document(int form, BlockTranscript block) {}

  /** Writes a block. */
  public static byte[] write(BlockTranscript block) {
    return Json.writeCompact(new Document(FORM, block));
  }

  /**
   * Throws {@link IOException} if the bytes are not a complete block of this version; it is then
   * recognised again.
   */
  public static BlockTranscript read(byte[] json) throws IOException {
    Document document = Json.read(json, Document.class);
    if (document == null || document.form() != FORM || document.block() == null) {
      throw new IOException("no block of this version");
    }
    return document.block();
  }
}
