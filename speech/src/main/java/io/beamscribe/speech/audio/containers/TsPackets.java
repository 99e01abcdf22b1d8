// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.containers;

import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** The packets of an MPEG transport stream, whose demuxer keeps quiet about half a last one. */
public final class TsPackets {
  public static final int SYNC = 0x47;

  /** Plain, with the arrival time of camcorders and discs, and with parity. */
  public static final List<Integer> SIZES = List.of(188, 192, 204);

  private static final int IN_A_ROW = 5;

  private TsPackets() {}

  /** Whether the last packet is whole; true if there is no telling packets apart. */
  public static boolean endsWhole(SeekableByteChannel file) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(8 * 1024);
    ByteChannels.fill(file, head);
    head.flip();
    for (int first = 0; first < SIZES.get(2); first++) {
      for (int size : SIZES) {
        if (repeats(head, first, size)) {
          long begin = size == 192 ? first - 4 : first;
          return (file.size() - begin) % size == 0;
        }
      }
    }
    return true;
  }

  private static boolean repeats(ByteBuffer head, int first, int size) {
    for (int i = 0; i < IN_A_ROW; i++) {
      int at = first + i * size;
      if (at >= head.limit() || head.get(at) != SYNC) {
        return false;
      }
    }
    return true;
  }
}
