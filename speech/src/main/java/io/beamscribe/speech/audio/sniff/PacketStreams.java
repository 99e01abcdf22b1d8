// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.containers.TsPackets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Detects streams of packets that may be cut anywhere: MPEG transport streams (ISO 13818-1), also
 * with the time stamps of camcorders and Blu-ray or with check bytes, MPEG program streams, and GSM
 * 06.10, whose frames begin with four fixed bits. A sync byte alone is met by chance, so many
 * packets must follow each other.
 */
final class PacketStreams {
  private static final int TS_FEWEST = 3;

  /** Where the stream was cut, chance has more places. */
  private static final int TS_MOST = 20;

  /** The stream that fills up the rate. */
  private static final int TS_NOTHING = 0x1FFF;

  private static final int GSM_FRAME = 33;
  private static final int GSM_FEWEST = 10;
  private static final int GSM_FEWEST_CUT = 24;

  private PacketStreams() {}

  /** What the stream is, and where its first whole packet begins; null if there is none. */
  static @Nullable Sniffed sniff(Bytes bytes) {
    for (int start = 0; start < bytes.length(); start++) {
      Bytes here = bytes.from(start);
      if (isTransport(here, start)) {
        return new Sniffed(AudioKind.MPEG_TS, start);
      } else if (isProgram(here)) {
        return new Sniffed(AudioKind.MPEG_PS, start);
      } else if (start < GSM_FRAME && isGsm(here, start)) {
        return new Sniffed(AudioKind.GSM, start);
      }
    }
    return null;
  }

  private static boolean isTransport(Bytes bytes, int skipped) {
    if (bytes.at(0) != TsPackets.SYNC) {
      return false;
    }
    for (int size : TsPackets.SIZES) {
      int packets = 0;
      while (packets < TS_MOST && isPacket(bytes.from(packets * size))) {
        packets++;
      }
      // A file with time stamps begins with one.
      boolean atBegin = skipped == 0 || skipped == 4;
      if (atBegin && packets >= TS_FEWEST || packets == TS_MOST && counts(bytes, size)) {
        return true;
      }
    }
    return false;
  }

  /** A sync byte, no error, and a payload or an adaptation field. */
  private static boolean isPacket(Bytes bytes) {
    return bytes.length() >= 4
        && bytes.at(0) == TsPackets.SYNC
        && (bytes.at(1) & 0x80) == 0
        && (bytes.at(3) & 0x30) != 0;
  }

  /** Whether the packets of a stream are numbered, which tables of text with a G are not. */
  private static boolean counts(Bytes bytes, int size) {
    Map<Integer, Integer> last = new HashMap<>();
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < TS_MOST; i++) {
      Bytes packet = bytes.from(i * size);
      int stream = (packet.at(1) & 0x1F) << 8 | packet.at(2);
      boolean payload = (packet.at(3) & 0x10) != 0;
      if (stream != TS_NOTHING && payload) {
        int number = packet.at(3) & 15;
        Integer before = last.put(stream, number);
        if (before != null && number == (before + 1 & 15)) {
          right++;
        } else if (before != null) {
          wrong++;
        }
      }
    }
    return right > 4 * wrong;
  }

  /** A pack header of MPEG 1 or 2, and a start code of the system layer where it ends. */
  private static boolean isProgram(Bytes bytes) {
    if (!bytes.has(0, 0, 0, 1, 0xBA)) {
      return false;
    }
    boolean two = (bytes.at(4) & 0xC0) == 0x40;
    boolean one = (bytes.at(4) & 0xF0) == 0x20;
    int end = two ? 14 + (Math.max(0, bytes.at(13)) & 7) : 12;
    return (one || two) && bytes.has(end, 0, 0, 1) && bytes.at(end + 3) >= 0xB9;
  }

  private static boolean isGsm(Bytes bytes, int skipped) {
    int whole = bytes.length() / GSM_FRAME;
    for (int frame = 0; frame < whole; frame++) {
      if ((bytes.at(frame * GSM_FRAME) & 0xF0) != 0xD0) {
        return false;
      }
    }
    return whole >= (skipped == 0 ? GSM_FEWEST : GSM_FEWEST_CUT);
  }
}
