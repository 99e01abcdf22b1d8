// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Content that is read into memory as a whole. A device, a pipe or a server may send without end,
 * and a file may be one of another kind than its user believes, so what does not fit beside the
 * rest of the program is refused before it takes the memory.
 */
public final class WholeContent {
  /**
   * What is read is held twice while its pieces are joined, and then again as what is made of it.
   */
  private static final int SHARE = 8;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 64;

  private WholeContent() {}

  /** The most bytes that are read: an eighth of the memory that the program may take. */
  public static int most() {
    return (int) Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * To be asked before content of a known size is read.
   *
   * @throws TooLargeException if it has more than {@link #most()} bytes
   */
  public static void requireFits(long bytes) throws TooLargeException {
    if (bytes > most()) {
      throw new TooLargeException(most());
    }
  }

  /**
   * Reads a file.
   *
   * @throws TooLargeException if it has more than {@link #most()} bytes, or no end
   */
  public static byte[] of(Path file) throws IOException {
    requireFits(Files.size(file));
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * Reads to the end, and does not close.
   *
   * @throws TooLargeException if there are more than {@link #most()} bytes
   */
  public static byte[] of(InputStream in) throws IOException {
    return of(in, most());
  }

  /** As {@link #of(InputStream)}, with another bound. */
  static byte[] of(InputStream in, int most) throws IOException {
    byte[] content = in.readNBytes(most);
    if (content.length == most && in.read() >= 0) {
      throw new TooLargeException(most);
    }
    return content;
  }
}
