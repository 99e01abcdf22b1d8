// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.transforms.storage.shared.StorageScope;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads an object in ranges that grow with sequential reading: a header fetches little more than
 * itself, and minutes of audio take few requests. A range that fails is requested again.
 */
final class ObjectChannel extends ReadChannel {
  private static final int FIRST = 64 * 1024;
  private static final int MOST = 1024 * 1024;

  private final ObjectRanges object;
  private byte[] range = {};
  private long begin;

  /**
   * @param object closed with this
   */
  ObjectChannel(ObjectRanges object, long size) {
    super(size);
    this.object = object;
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
    long from = position();
    try (StorageScope scope = StorageScope.open()) {
      range = object.read(from, length);
    }
    begin = from;
  }

  @Override
  void release() throws IOException {
    range = new byte[0];
    try (StorageScope scope = StorageScope.open()) {
      object.close();
    }
  }
}
