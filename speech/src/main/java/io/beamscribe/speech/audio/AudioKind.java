// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

/** A kind of audio file that is recognised by its content and decoded here. */
public enum AudioKind {
  WAV("wav", "wav"),
  /** Big-endian WAV. */
  RIFX("wav", "wav"),
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
  VOC("voc", "voc"),
  GSM("gsm", "gsm"),
  ILBC("ilbc", "ilbc"),
  DTS("dts", "dts"),
  MLP("mlp", "mlp"),
  TRUEHD("truehd", "truehd"),
  MXF("mxf", "mxf"),
  GXF("gxf", "gxf"),
  DV("dv", "dv"),
  WTV("wtv", "wtv"),
  NUT("nut", "nut"),
  QCP("qcp", "qcp"),
  /** Dictation machines. */
  DSS("dss", "dss"),
  SHORTEN("shorten", "shn"),
  TAK("tak", "tak"),
  DSF("dsf", "dsf"),
  /** 8SVX and DSDIFF. */
  IFF("iff", "iff"),
  SOX("sox", "sox"),
  IRCAM("ircam", "ircam"),
  PVF("pvf", "pvf"),
  OMA("oma", "oma"),
  /** Telephone audio without a header, which only its name tells. */
  RAW_MULAW("mulaw", "mulaw"),
  RAW_ALAW("alaw", "alaw"),
  RAW_SLIN("slin", "s16le"),
  RAW_G722("g722", "g722"),
  RAW_G729("g729", "g729");

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
