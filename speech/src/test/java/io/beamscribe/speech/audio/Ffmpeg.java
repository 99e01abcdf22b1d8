// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the program that the decoder uses, to make the files that tests decode. */
public final class Ffmpeg {
  private Ffmpeg() {}

  public static void run(List<String> arguments) throws Exception {
    FfmpegProgram program = FfmpegProgram.find();
    List<String> command = new ArrayList<>(program.command());
    command.addAll(List.of("-nostdin", "-v", "error", "-y"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    program.prepare(builder);
    Process process = builder.start();
    byte[] said = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException(new String(said, StandardCharsets.UTF_8));
    }
  }

  /** Writes 16-bit samples as some other kind of file. */
  public static Path encode(Path to, short[][] channels, int rate, String... options)
      throws Exception {
    Path wav = Files.createTempFile(to.getParent(), "in", ".wav");
    Files.write(wav, Wav.pcm16(channels, rate));
    List<String> arguments = new ArrayList<>(List.of("-i", wav.toString()));
    arguments.addAll(List.of(options));
    arguments.add(to.toString());
    run(arguments);
    Files.delete(wav);
    return to;
  }
}
