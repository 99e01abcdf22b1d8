// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.wav.WavParser;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signatures of formats whose first bytes tell what they are, from their specifications. */
final class Signatures {
  private static final Set<String> MP4_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx");
  private static final Set<String> PICTURE_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis", "crx ");

  /** First bytes that are text. */
  private static final Map<String, AudioKind> TEXTS =
      Map.ofEntries(
          Map.entry("fLaC", AudioKind.FLAC),
          Map.entry("OggS", AudioKind.OGG),
          Map.entry("#!AMR\n", AudioKind.AMR),
          Map.entry("#!AMR-WB\n", AudioKind.AMR),
          Map.entry("caff\0\1", AudioKind.CAF),
          Map.entry(".snd\0\0", AudioKind.AU),
          Map.entry("wvpk", AudioKind.WAVPACK),
          Map.entry("TTA1", AudioKind.TTA),
          Map.entry("MAC ", AudioKind.APE),
          Map.entry("MPCK", AudioKind.MUSEPACK8),
          Map.entry("MP+", AudioKind.MUSEPACK),
          Map.entry("NIST_1A\n", AudioKind.SPHERE),
          Map.entry("FLV\1", AudioKind.FLV),
          Map.entry(".RMF", AudioKind.REAL),
          Map.entry(".ra\u00FD", AudioKind.REAL),
          Map.entry("Creative Voice File\u001A", AudioKind.VOC),
          Map.entry(".SoX", AudioKind.SOX),
          Map.entry("XoS.", AudioKind.SOX),
          Map.entry("\2dss", AudioKind.DSS),
          Map.entry("\3dss", AudioKind.DSS),
          Map.entry("#!iLBC20\n", AudioKind.ILBC),
          Map.entry("#!iLBC30\n", AudioKind.ILBC),
          Map.entry("ajkg", AudioKind.SHORTEN),
          Map.entry("PVF1\n", AudioKind.PVF),
          Map.entry("nut/multimedia container\0", AudioKind.NUT),
          Map.entry("\0\0\0\0\1\u00BC", AudioKind.GXF),
          Map.entry("\u001F\7\0?", AudioKind.DV),
          Map.entry("\u001F\7\0\u00BF", AudioKind.DV),
          Map.entry("\u00B7\u00D8\0 7I\u00DA\u0011", AudioKind.WTV),
          Map.entry("tBaK", AudioKind.TAK),
          Map.entry("DSD ", AudioKind.DSF),
          Map.entry("EA3\1", AudioKind.OMA),
          Map.entry("EA3\2", AudioKind.OMA),
          Map.entry("\u001AE\u00DF\u00A3", AudioKind.MATROSKA),
          Map.entry("0&\u00B2u\u008Ef\u00CF\u0011", AudioKind.ASF),
          Map.entry("d\u00A3\1\0", AudioKind.IRCAM),
          Map.entry("d\u00A3\2\0", AudioKind.IRCAM),
          Map.entry("\0\2\u00A3d", AudioKind.IRCAM),
          Map.entry("\0\1\u00A3d", AudioKind.IRCAM),
          Map.entry("\u0006\u000E+4\2\5\1\1\r\1\2\1\1\2", AudioKind.MXF));

  private Signatures() {}

  /** The kind of a file that begins with these bytes; null if they are none of them. */
  static @Nullable AudioKind sniff(Bytes bytes) {
    AudioKind kind = riffLike(bytes);
    if (kind != null) {
      return kind;
    }
    for (Map.Entry<String, AudioKind> each : TEXTS.entrySet()) {
      if (bytes.has(0, each.getKey())) {
        return each.getValue();
      }
    }
    if (bytes.has(4, 0xF8, 0x72, 0x6F)) {
      return bytes.at(7) == 0xBA ? AudioKind.TRUEHD : bytes.at(7) == 0xBB ? AudioKind.MLP : null;
    }
    return isMp4(bytes) ? AudioKind.MP4 : null;
  }

  private static @Nullable AudioKind riffLike(Bytes bytes) {
    if (bytes.has(0, "RIFF") || bytes.has(0, "RF64") || bytes.has(0, "BW64")) {
      return switch (bytes.text(8, 4)) {
        case "WAVE" -> AudioKind.WAV;
        case "AVI " -> AudioKind.AVI;
        case "QLCM" -> AudioKind.QCP;
        case "CDXA" -> AudioKind.MPEG_PS;
        default -> null;
      };
    } else if (bytes.has(0, "RIFX") && bytes.has(8, "WAVE")) {
      return AudioKind.RIFX;
    } else if (bytes.has(0, WavParser.W64_RIFF) && bytes.has(24, WavParser.W64_WAVE)) {
      return AudioKind.W64;
    } else if (bytes.has(0, "FORM")) {
      return switch (bytes.text(8, 4)) {
        case "AIFF", "AIFC" -> AudioKind.AIFF;
        case "8SVX", "16SV" -> AudioKind.IFF;
        default -> null;
      };
    }
    return bytes.has(0, "FRM8") && bytes.has(12, "DSD ") ? AudioKind.IFF : null;
  }

  /**
   * The first place behind other bytes, such as the head of an answer of a web server, where a file
   * begins beyond doubt; null if there is none.
   */
  static @Nullable Sniffed search(Bytes bytes) {
    for (int start = 1; start < bytes.length(); start++) {
      Bytes here = bytes.from(start);
      if (here.has(0, "OggS\0\2")) {
        return new Sniffed(AudioKind.OGG, start);
      } else if (here.has(0, "fLaC\0\0\0\"") || here.has(0, "fLaC\u0080\0\0\"")) {
        return new Sniffed(AudioKind.FLAC, start);
      } else if (here.has(0, "RIFF") && here.has(8, "WAVEfmt ")) {
        return new Sniffed(AudioKind.WAV, start);
      } else if (here.has(0, "#!AMR")) {
        return new Sniffed(AudioKind.AMR, start);
      }
    }
    return null;
  }

  private static boolean isMp4(Bytes bytes) {
    if (bytes.length() < 12 || !isBox(bytes) && !isBox(bytes.from(firstBox(bytes)))) {
      return false;
    }
    return !bytes.has(4, "ftyp") || !PICTURE_BRANDS.contains(bytes.text(8, 4));
  }

  private static boolean isBox(Bytes bytes) {
    return MP4_BOXES.contains(bytes.text(4, 4));
  }

  /** The length of a box, which may be one of any name that another follows. */
  private static int firstBox(Bytes bytes) {
    int length = bytes.at(0) << 24 | bytes.at(1) << 16 | bytes.at(2) << 8 | bytes.at(3);
    return length < 8 || length > bytes.length() - 8 ? 0 : length;
  }
}
