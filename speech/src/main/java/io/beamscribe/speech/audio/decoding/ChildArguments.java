// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.sniff.Sniffed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Command lines that read the standard input as one kind of file, and nothing else: no other
 * protocol, no other demuxer.
 */
final class ChildArguments {
  private ChildArguments() {}

  /**
   * Decodes one audio stream to WAV on the standard output.
   *
   * @param stream number of the audio stream, from 1
   * @param channels to mix it to; as many as it has if empty
   * @param times file that gets a line for each piece of output, see {@link PacketTimes}
   */
  static List<String> decode(Sniffed found, int stream, OptionalInt channels, Path times) {
    List<String> arguments = new ArrayList<>(input(found));
    // Times as the file has them: what ffmpeg makes of them drops audio and fills without a bound.
    arguments.add("-copyts");
    arguments.addAll(List.of("-map", "0:a:" + (stream - 1), "-map_metadata", "-1"));
    arguments.addAll(List.of("-stats_enc_pre", times.toString()));
    arguments.addAll(List.of("-stats_enc_pre_fmt", PacketTimes.FORMAT));
    arguments.addAll(List.of("-af", Resampling.FILTER, "-fflags", "+bitexact"));
    if (channels.isPresent()) {
      arguments.addAll(List.of("-ac", "" + channels.getAsInt()));
    }
    arguments.addAll(List.of("-c:a", "pcm_s16le", "-f", "wav", "pipe:1"));
    lookFar(found.kind(), arguments);
    return arguments;
  }

  /** Prints a line for each packet of all audio and video, see {@link Reach}. */
  static List<String> measure(Sniffed found) {
    List<String> arguments = new ArrayList<>(input(found));
    arguments.addAll(List.of("-map", "0:v?", "-map", "0:a?", "-c", "copy"));
    arguments.addAll(List.of("-f", "framecrc", "pipe:1"));
    lookFar(found.kind(), arguments);
    return arguments;
  }

  private static List<String> input(Sniffed found) {
    String demuxer = found.kind().demuxer();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-threads", "1", "-protocol_whitelist", "fd"));
    arguments.addAll(List.of("-format_whitelist", demuxer, "-f", demuxer));
    if (found.start() > 0) {
      arguments.addAll(List.of("-skip_initial_bytes", "" + found.start()));
    }
    if (found.rate() > 0) {
      arguments.addAll(List.of("-sample_rate", "" + found.rate()));
    }
    arguments.addAll(List.of("-fd", "0", "-i", "fd:"));
    return arguments;
  }

  /** Programmes begin their streams when they like: looks for them further than 5 s and 5 MB. */
  private static void lookFar(AudioKind kind, List<String> arguments) {
    if (kind == AudioKind.MPEG_PS || kind == AudioKind.MPEG_TS) {
      arguments.addAll(0, List.of("-probesize", "64M", "-analyzeduration", "600M"));
    }
  }
}
