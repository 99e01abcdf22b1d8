// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects the kind of an audio file by its first bytes, and by its name only where samples have no
 * header. Signatures are those of the format specifications; formats without one (MPEG audio, ADTS,
 * packets) are taken only when whole frames follow each other. Libraries that detect media types
 * answer more broadly and more loosely; this answer decides which single demuxer may read bytes
 * that nobody vouches for.
 */
public final class AudioSniffer {
  /** This many first bytes are enough, except behind tags or zeros. */
  public static final int HEAD_BYTES = 16 * 1024;

  /** How much of a file that a name promises to be audio is searched for frames. */
  private static final int DEEP_BYTES = 512 * 1024;

  /** More tags and zeros in front than any program writes. */
  private static final int MOST_LEAD_INS = 1000;

  private AudioSniffer() {}

  /** Whether the first bytes of a file are those of audio, or of video that may have sound. */
  public static boolean looksLikeAudio(byte[] head) {
    return sniff(head).isPresent();
  }

  /** The kind of a file by its first bytes; a file with an ID3 tag longer than that is an MP3. */
  public static Optional<AudioKind> sniff(byte[] head) {
    Bytes bytes = new Bytes(head);
    long lead = LeadIn.length(bytes);
    if (lead >= head.length) {
      return bytes.has(0, "ID3") ? Optional.of(AudioKind.MP3) : Optional.empty();
    }
    Sniffed found = behind(bytes, (int) lead);
    return Optional.ofNullable(found).map(Sniffed::kind);
  }

  /** The kind of a stored file; reads past tags and zeros of any size. */
  public static Optional<Sniffed> sniff(AudioSource source) throws IOException {
    try (ReadableByteChannel channel = source.open()) {
      byte[] first = read(channel, HEAD_BYTES);
      byte[] head = first;
      long position = 0;
      long lead = LeadIn.length(new Bytes(head));
      for (int i = 0; i < MOST_LEAD_INS && head.length > 0 && lead >= head.length; i++) {
        ByteChannels.skip(channel, lead - head.length);
        position += lead;
        head = read(channel, HEAD_BYTES);
        lead = LeadIn.length(new Bytes(head));
      }
      Sniffed found = behind(new Bytes(head), (int) Math.min(lead, head.length));
      if (found == null && (position > 0 || AudioNames.isAudioName(source.name()))) {
        found = deep(new Bytes(joined(head, read(channel, DEEP_BYTES))));
      }
      if (found == null && position + lead > 0) {
        position = 0;
        found = frames(new Bytes(first)); // a tag whose size is wrong
      }
      if (found != null) {
        return Optional.of(new Sniffed(found.kind(), position + found.start()));
      }
      return new Bytes(first).has(0, "ID3")
          ? Optional.of(new Sniffed(AudioKind.MP3, 0))
          : Optional.ofNullable(first.length == 0 ? null : RawNames.find(source.name()));
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] read(ReadableByteChannel channel, int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(most);
    ByteChannels.fill(channel, buffer);
    byte[] head = new byte[buffer.position()];
    buffer.flip().get(head);
    return head;
  }

  /** What begins behind a lead-in, or up to as many bytes later as no format begins with zeros. */
  private static @Nullable Sniffed behind(Bytes bytes, int lead) {
    for (int start = lead; start <= lead + (lead > 0 ? LeadIn.MOST_ZEROS : 0); start++) {
      AudioKind kind = Signatures.sniff(bytes.from(start));
      if (kind != null) {
        return new Sniffed(kind, start);
      }
    }
    Sniffed found = frames(bytes.from(lead));
    return found == null ? null : new Sniffed(found.kind(), lead + found.start());
  }

  private static @Nullable Sniffed deep(Bytes bytes) {
    Sniffed file = Signatures.search(bytes);
    Sniffed frames = frames(bytes);
    return file == null || frames != null && frames.start() < file.start() ? frames : file;
  }

  private static @Nullable Sniffed frames(Bytes bytes) {
    // Packets first, as the frames of a codec are in them too.
    Sniffed packets = PacketStreams.sniff(bytes);
    return packets == null ? MpegFrames.sniff(bytes) : packets;
  }
}
