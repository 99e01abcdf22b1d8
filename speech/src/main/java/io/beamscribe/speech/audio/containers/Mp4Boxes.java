// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.containers;

import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The outermost boxes of an MP4 file (ISO/IEC 14496-12). */
public final class Mp4Boxes {
  private static final int HEADER = 16;
  private static final int MOOF = 0x6D6F6F66;
  private static final int MDAT = 0x6D646174;

  private Mp4Boxes() {}

  /**
   * Where to end reading: half the index of a fragment, which a recorder leaves that dies, makes
   * ffmpeg give up the whole file.
   *
   * @return the end of the last whole box if the file has fragments and ends within something other
   *     than samples; otherwise the end of the file
   */
  public static long usableEnd(SeekableByteChannel file) throws IOException {
    long at = 0;
    boolean fragments = false;
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    while (at < file.size()) {
      file.position(at);
      boolean whole = ByteChannels.fill(file, header.clear());
      int kind = whole ? header.getInt(4) : 0;
      long size = whole ? size(header) : Long.MAX_VALUE;
      if (size == 0 || (kind == MDAT && size > file.size() - at)) {
        break;
      } else if (size < 8 || size > file.size() - at) {
        return fragments ? at : file.size();
      }
      fragments |= kind == MOOF;
      at += size;
    }
    return file.size();
  }

  private static long size(ByteBuffer header) {
    long size = header.getInt(0) & 0xFFFFFFFFL;
    return size == 1 ? header.getLong(8) : size;
  }
}
