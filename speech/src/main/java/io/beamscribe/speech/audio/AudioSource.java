// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one audio file, wherever they are stored. Implementations are immutable and
 * thread-safe; each {@link #open} gives an independent channel.
 */
public interface AudioSource {
  /** The name to show in messages, without secrets (no query of a signed URL). */
  String name();

  /** Identity of the stored bytes, for caches: address, size and version. */
  String identity();

  /** Size in bytes. */
  long size();

  /**
   * Opens the bytes from the beginning; if storage can seek, the channel is a {@link
   * java.nio.channels.SeekableByteChannel}.
   */
  ReadableByteChannel open() throws IOException;

  /** The path of the bytes if they are a plain local file. */
  Optional<Path> localPath();
}
