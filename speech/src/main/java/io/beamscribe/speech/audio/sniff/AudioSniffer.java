// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import io.beamscribe.speech.audio.wav.WavParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects the kind of an audio file by its first bytes, never by its name. Signatures are those of
 * the format specifications; formats without one (MPEG audio, ADTS) are taken only when whole
 * frames follow each other. Libraries that detect media types answer more broadly and more loosely;
 * this answer decides which single demuxer may read bytes that nobody vouches for.
 */
public final class AudioSniffer {
  /** This many first bytes are enough, except behind a long ID3 tag. */
  public static final int HEAD_BYTES = 16 * 1024;

  private static final Set<String> MP4_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx");
  private static final Set<String> PICTURE_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis", "crx ");

  private AudioSniffer() {}

  /** Whether the first bytes of a file are those of audio, or of video that may have sound. */
  public static boolean looksLikeAudio(byte[] head) {
    return sniff(head).isPresent();
  }

  /** The kind of a file by its first bytes; a file with an ID3 tag longer than that is an MP3. */
  public static Optional<AudioKind> sniff(byte[] head) {
    Bytes bytes = new Bytes(head);
    int tag = Id3.length(bytes);
    if (tag == 0) {
      return signature(bytes);
    }
    if (tag >= head.length) {
      return Optional.of(AudioKind.MP3);
    }
    return Optional.of(behindTag(bytes.from(tag)));
  }

  /** The kind of a stored file; reads past an ID3 tag of any size. */
  public static Optional<AudioKind> sniff(AudioSource source) throws IOException {
    try (ReadableByteChannel channel = source.open()) {
      byte[] head = read(channel);
      Optional<AudioKind> kind = sniff(head);
      int tag = Id3.length(new Bytes(head));
      while (head.length > 0 && tag >= head.length) {
        ByteChannels.skip(channel, tag - head.length);
        head = read(channel);
        tag = Id3.length(new Bytes(head));
        kind = Optional.of(behindTag(new Bytes(head).from(Math.min(tag, head.length))));
      }
      return kind;
    }
  }

  private static byte[] read(ReadableByteChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES);
    ByteChannels.fill(channel, buffer);
    byte[] head = new byte[buffer.position()];
    buffer.flip().get(head);
    return head;
  }

  /** An ID3 tag means MP3, unless the following bytes clearly are something else. */
  private static AudioKind behindTag(Bytes bytes) {
    return signature(bytes).orElse(AudioKind.MP3);
  }

  private static Optional<AudioKind> signature(Bytes bytes) {
    AudioKind kind = riffLike(bytes);
    kind = kind != null ? kind : magic(bytes);
    kind = kind != null ? kind : isMp4(bytes) ? AudioKind.MP4 : null;
    kind = kind != null ? kind : MpegFrames.sniff(bytes);
    return Optional.ofNullable(kind);
  }

  private static @Nullable AudioKind riffLike(Bytes bytes) {
    if (bytes.has(0, "RIFF") || bytes.has(0, "RF64") || bytes.has(0, "BW64")) {
      return bytes.has(8, "WAVE") ? AudioKind.WAV : bytes.has(8, "AVI ") ? AudioKind.AVI : null;
    }
    if (bytes.has(0, WavParser.W64_RIFF) && bytes.has(24, WavParser.W64_WAVE)) {
      return AudioKind.W64;
    }
    if (bytes.has(0, "FORM") && (bytes.has(8, "AIFF") || bytes.has(8, "AIFC"))) {
      return AudioKind.AIFF;
    }
    return null;
  }

  private static @Nullable AudioKind magic(Bytes bytes) {
    if (bytes.has(0, "fLaC")) {
      return AudioKind.FLAC;
    } else if (bytes.has(0, "OggS")) {
      return AudioKind.OGG;
    } else if (bytes.has(0, 0x1A, 0x45, 0xDF, 0xA3)) {
      return AudioKind.MATROSKA;
    } else if (bytes.has(0, "#!AMR\n") || bytes.has(0, "#!AMR-WB\n")) {
      return AudioKind.AMR;
    } else if (bytes.has(0, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
      return AudioKind.ASF;
    } else if (bytes.has(0, "caff") && bytes.at(4) == 0 && bytes.at(5) == 1) {
      return AudioKind.CAF;
    } else if (bytes.has(0, ".snd") && bytes.at(4) == 0 && bytes.at(5) == 0) {
      return AudioKind.AU;
    } else if (bytes.has(0, "wvpk")) {
      return AudioKind.WAVPACK;
    } else if (bytes.has(0, "TTA1")) {
      return AudioKind.TTA;
    } else if (bytes.has(0, "MAC ")) {
      return AudioKind.APE;
    } else if (bytes.has(0, "MPCK")) {
      return AudioKind.MUSEPACK8;
    } else if (bytes.has(0, "MP+")) {
      return AudioKind.MUSEPACK;
    } else if (bytes.has(0, "NIST_1A\n")) {
      return AudioKind.SPHERE;
    } else if (bytes.has(0, "FLV") && bytes.at(3) == 1) {
      return AudioKind.FLV;
    } else if (bytes.has(0, ".RMF") || (bytes.has(0, ".ra") && bytes.at(3) == 0xFD)) {
      return AudioKind.REAL;
    } else if (bytes.has(0, "Creative Voice File\u001A")) {
      return AudioKind.VOC;
    } else if (bytes.has(0, 0, 0, 1, 0xBA)) {
      return AudioKind.MPEG_PS;
    } else if (bytes.at(0) == 0x47 && bytes.at(188) == 0x47 && bytes.at(376) == 0x47) {
      return AudioKind.MPEG_TS;
    }
    return null;
  }

  private static boolean isMp4(Bytes bytes) {
    if (bytes.length() < 12 || !MP4_BOXES.contains(bytes.text(4, 4))) {
      return false;
    }
    return !bytes.has(4, "ftyp") || !PICTURE_BRANDS.contains(bytes.text(8, 4));
  }
}
