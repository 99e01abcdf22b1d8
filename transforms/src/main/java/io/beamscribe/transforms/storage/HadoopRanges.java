// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.http.Retries;
import io.beamscribe.speech.sharing.Lease;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/**
 * Reads a file of a Hadoop file system.
 *
 * @param files of the stream; released when this is closed
 */
record HadoopRanges(Lease<FileSystem> files, FSDataInputStream in) implements ObjectRanges {
  private static final Retries RETRIES =
      Retries.withPauses(
          4,
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          List.of(FileNotFoundException.class, AccessDeniedException.class));

  @Override
  public byte[] read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    return RETRIES.call(
        () -> {
          in.readFully(position, bytes);
          return bytes;
        });
  }

  @Override
  public void close() throws IOException {
    try (files) {
      in.close();
    }
  }
}
