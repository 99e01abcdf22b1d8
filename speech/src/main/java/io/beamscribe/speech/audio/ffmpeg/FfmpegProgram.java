// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ffmpeg to use: the one that {@code BEAMSCRIBE_FFMPEG} names, the bundled one, or one on the
 * path. It must support the {@code fd} protocol (version 6 and newer), by which it reads only the
 * file that it is given.
 */
public final class FfmpegProgram {
  private static final Logger LOG = LoggerFactory.getLogger(FfmpegProgram.class);

  /** Finding it takes a process or two, and does not change under a running JVM. */
  private static final AtomicReference<FfmpegProgram> FOUND = new AtomicReference<>();

  private final List<String> command;
  private final Map<String, String> environment;

  private FfmpegProgram(List<String> command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
  }

  /**
   * Finds the program once for this JVM.
   *
   * @throws SpeechException INTERNAL if none runs
   */
  public static synchronized FfmpegProgram find() throws SpeechException {
    FfmpegProgram program = FOUND.get();
    if (program == null) {
      program = search();
      FOUND.set(program);
      LOG.debug("Decoding with {}", program.command);
    }
    return program;
  }

  private static FfmpegProgram search() throws SpeechException {
    String named = System.getenv("BEAMSCRIBE_FFMPEG");
    if (named != null && !named.isBlank()) {
      FfmpegProgram program = new FfmpegProgram(List.of(named), Map.of());
      if (!program.works()) {
        throw none("what BEAMSCRIBE_FFMPEG names is not an ffmpeg 6 or newer that runs");
      }
      return program;
    }
    String why = "none comes with it for this kind of machine";
    try {
      Optional<Path> bundled = FfmpegBundle.unpack();
      if (bundled.isPresent()) {
        FfmpegProgram program = in(bundled.get());
        if (program.works()) {
          return program;
        }
        why =
            "the one that comes with it does not run in "
                + bundled.get()
                + " (BEAMSCRIBE_CACHE names another folder)";
      }
    } catch (IOException e) {
      why =
          "the one that comes with it could not be unpacked ("
              + e.getMessage()
              + "; BEAMSCRIBE_CACHE names another folder)";
    }
    FfmpegProgram program = new FfmpegProgram(List.of("ffmpeg"), Map.of());
    if (!program.works()) {
      throw none(why + ", and there is no ffmpeg 6 or newer on the path");
    }
    LOG.info("Using the ffmpeg on the path: {}", why);
    return program;
  }

  /** The program of a folder that holds its libraries too. */
  static FfmpegProgram in(Path folder) {
    return new FfmpegProgram(
        List.of(folder.resolve("ffmpeg").toString()), Map.of("LD_LIBRARY_PATH", folder.toString()));
  }

  public List<String> command() {
    return command;
  }

  /**
   * Sets the environment that the program needs, and nothing that could make it do something else.
   */
  public void prepare(ProcessBuilder builder) {
    Map<String, String> variables = builder.environment();
    String path = variables.get("PATH");
    variables.clear();
    if (path != null) {
      variables.put("PATH", path);
    }
    variables.put("LC_ALL", "C");
    variables.put("MALLOC_ARENA_MAX", "2"); // each arena counts 64 MB against the memory limit
    variables.putAll(environment);
  }

  /** Whether it starts and supports the protocol. */
  boolean works() {
    ProcessBuilder builder = new ProcessBuilder(command.get(0), "-hide_banner", "-protocols");
    prepare(builder);
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return said.lines().anyMatch(line -> line.strip().equals("fd"));
      }
      LOG.debug("{} does not work: {}", command, said);
      process.destroyForcibly();
    } catch (IOException e) {
      LOG.debug("{} does not start: {}", command, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static SpeechException none(String why) {
    return new SpeechException(
        ErrorKind.INTERNAL, "There is no ffmpeg to decode this kind of audio: " + why + ".");
  }
}
