// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

/** A kind of audio file that is recognised by its content and decoded here. */
public enum AudioKind {
  WAV("wav", "wav"),
  W64("w64", "w64"),
  AIFF("aiff", "aiff"),
  AU("au", "au"),
  CAF("caf", "caf"),
  FLAC("flac", "flac"),
  MP3("mp3", "mp3"),
  AAC("aac", "aac"),
  LATM("latm", "loas"),
  OGG("ogg", "ogg"),
  MP4("mp4", "mov"),
  MATROSKA("matroska", "matroska"),
  AMR("amr", "amr"),
  ASF("asf", "asf"),
  AC3("ac3", "ac3"),
  EAC3("eac3", "eac3"),
  WAVPACK("wavpack", "wv"),
  TTA("tta", "tta"),
  APE("ape", "ape"),
  MUSEPACK("musepack", "mpc"),
  MUSEPACK8("musepack", "mpc8"),
  SPHERE("sphere", "nistsphere"),
  AVI("avi", "avi"),
  FLV("flv", "flv"),
  MPEG_PS("mpeg", "mpeg"),
  MPEG_TS("mpegts", "mpegts"),
  REAL("rm", "rm"),
  VOC("voc", "voc");

  private final String label;
  private final String demuxer;

  AudioKind(String label, String demuxer) {
    this.label = label;
    this.demuxer = demuxer;
  }

  /** The name of the container in results. */
  public String label() {
    return label;
  }

  /** The one ffmpeg demuxer that may read such a file. */
  public String demuxer() {
    return demuxer;
  }
}
