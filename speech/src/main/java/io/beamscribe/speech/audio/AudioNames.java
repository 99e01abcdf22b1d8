// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.util.Locale;
import java.util.Set;

/**
 * File names that indicate audio. Used for listing only: the content decides what a file is. Not
 * among them are extensions that more files have that are no audio, such as {@code ts} and {@code
 * mts}; such files are transcribed all the same if they are audio.
 */
public final class AudioNames {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "3g2", "3ga", "3gp", "3gpp", "8svx", "aa3", "aac", "ac3", "adts", "aif", "aifc", "aiff",
          "al", "alac", "alaw", "alw", "amr", "ape", "asf", "au", "avi", "awb", "bwf", "caf", "dff",
          "divx", "ds2", "dsf", "dss", "dts", "dv", "eac3", "ec3", "f4a", "f4v", "flac", "flv",
          "g722", "g723", "g726", "g729", "gsm", "gxf", "ilbc", "ircam", "latm", "lbc", "loas",
          "m2p", "m2t", "m2ts", "m4a", "m4b", "m4r", "m4v", "mk3d", "mka", "mkv", "mlp", "mov",
          "mp1", "mp2", "mp3", "mp4", "mp4a", "mpa", "mpc", "mpeg", "mpg", "mpga", "mulaw", "mxf",
          "nist", "nut", "oga", "ogg", "ogm", "ogv", "ogx", "oma", "opus", "pcm", "pvf", "qcp",
          "qt", "ra", "rf64", "rm", "rmvb", "shn", "sln", "sln12", "sln16", "sln24", "sln32",
          "sln44", "sln48", "snd", "sox", "sph", "spx", "tak", "thd", "tta", "ul", "ulaw", "ulw",
          "vob", "voc", "vox", "w64", "wav", "wave", "weba", "webm", "wma", "wmv", "wtv", "wv");

  private AudioNames() {}

  /** Whether a file name or path has an extension of audio, or of video with sound. */
  public static boolean isAudioName(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
