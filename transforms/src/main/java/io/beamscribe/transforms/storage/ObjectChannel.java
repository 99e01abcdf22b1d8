// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.http.Retries;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.storage.shared.StorageScope;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/**
 * Reads an object in ranges that grow with sequential reading: a header fetches little more than
 * itself, and minutes of audio take few requests. A range that fails is requested again.
 */
final class ObjectChannel extends ReadChannel {
  private static final int FIRST = 64 * 1024;
  private static final int MOST = 1024 * 1024;

  private static final Retries RETRIES =
      Retries.withPauses(
          4,
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          List.of(FileNotFoundException.class, AccessDeniedException.class));

  private final Lease<FileSystem> files;
  private final FSDataInputStream in;
  private byte[] range = {};
  private long begin;

  /**
   * @param files the file system of the stream; released when this is closed
   */
  ObjectChannel(Lease<FileSystem> files, FSDataInputStream in, long size) {
    super(size);
    this.files = files;
    this.in = in;
  }

  @Override
  int readSome(ByteBuffer to) throws IOException {
    if (position() < begin || position() >= begin + range.length) {
      fetch();
    }
    int offset = (int) (position() - begin);
    int count = Math.min(to.remaining(), range.length - offset);
    to.put(range, offset, count);
    return count;
  }

  private void fetch() throws IOException {
    boolean goesOn = range.length > 0 && position() == begin + range.length;
    int length =
        (int) Math.min(goesOn ? Math.min(MOST, 2 * range.length) : FIRST, size() - position());
    byte[] next = new byte[length];
    long from = position();
    try (StorageScope scope = StorageScope.open()) {
      RETRIES.call(
          () -> {
            in.readFully(from, next);
            return next;
          });
    }
    range = next;
    begin = from;
  }

  @Override
  void release() throws IOException {
    range = new byte[0];
    try (StorageScope scope = StorageScope.open();
        files) {
      in.close();
    }
  }
}
