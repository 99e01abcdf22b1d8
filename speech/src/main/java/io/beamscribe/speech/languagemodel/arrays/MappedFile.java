// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.languagemodel.arrays;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A little-endian file of any size, mapped in pieces: a single buffer ends at 2 GB. Pieces overlap,
 * so that no number lies across a border. Positions beyond the file throw {@link
 * IndexOutOfBoundsException}. Thread-safe.
 */
public final class MappedFile {
  private static final int SHIFT = 30;
  private static final int OVERLAP = 64;
  private static final int WITHIN = (1 << SHIFT) - 1;

  private final long size;
  private final MappedByteBuffer[] pieces;

  private MappedFile(long size, MappedByteBuffer... pieces) {
    this.size = size;
    this.pieces = pieces;
  }

  public static MappedFile open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      MappedByteBuffer[] pieces = new MappedByteBuffer[(int) ((size >>> SHIFT) + 1)];
      for (int i = 0; i < pieces.length; i++) {
        long from = (long) i << SHIFT;
        long length = Math.min(size - from, (1L << SHIFT) + OVERLAP);
        pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, length);
        pieces[i].order(ByteOrder.LITTLE_ENDIAN);
      }
      return new MappedFile(size, pieces);
    }
  }

  public long size() {
    return size;
  }

  public int getInt(long position) {
    return pieces[(int) (position >>> SHIFT)].getInt((int) position & WITHIN);
  }

  public float getFloat(long position) {
    return pieces[(int) (position >>> SHIFT)].getFloat((int) position & WITHIN);
  }

  public long getLong(long position) {
    return pieces[(int) (position >>> SHIFT)].getLong((int) position & WITHIN);
  }

  public byte[] getBytes(long position, int length) {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      MappedByteBuffer piece = pieces[(int) ((position + done) >>> SHIFT)];
      int at = (int) (position + done) & WITHIN;
      int part = Math.min(length - done, piece.capacity() - at);
      if (part <= 0) {
        throw new IndexOutOfBoundsException("beyond the end");
      }
      piece.get(at, bytes, done, part);
      done += part;
    }
    return bytes;
  }
}
