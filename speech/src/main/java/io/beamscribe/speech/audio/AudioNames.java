// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.util.Locale;
import java.util.Set;

/** File names that indicate audio. Used for listing only: the content decides what a file is. */
public final class AudioNames {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "3g2", "3ga", "3gp", "aac", "ac3", "aif", "aifc", "aiff", "alac", "amr", "ape", "asf",
          "au", "avi", "awb", "bwf", "caf", "eac3", "flac", "flv", "gsm", "loas", "m4a", "m4b",
          "m4v", "mka", "mkv", "mov", "mp2", "mp3", "mp4", "mpc", "mpeg", "mpg", "mpga", "oga",
          "ogg", "ogv", "opus", "ra", "rf64", "rm", "snd", "sph", "spx", "tta", "voc", "w64", "wav",
          "wave", "webm", "wma", "wmv", "wv");

  private AudioNames() {}

  /** Whether a file name or path has an extension of audio, or of video with sound. */
  public static boolean isAudioName(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
