// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.storage.shared.S3Objects;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** Reads an object by its key, and notices when it is replaced meanwhile. */
final class S3Ranges implements ObjectRanges {
  private final Lease<FileSystem> files;
  private final S3Objects object;
  private @Nullable String etag;

  /**
   * @param files of the object; released when this is closed
   */
  S3Ranges(Lease<FileSystem> files, S3Objects object) {
    this.files = files;
    this.object = object;
  }

  @Override
  public byte[] read(long position, int length) throws IOException {
    S3Objects.Part part = object.part(position, length, etag);
    if (part.bytes().length != length) {
      throw new EOFException("the object is shorter than it was");
    }
    etag = part.etag();
    return part.bytes();
  }

  @Override
  public void close() {
    files.close();
  }
}
