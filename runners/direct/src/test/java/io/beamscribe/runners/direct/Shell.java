// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of {@code bin/}, run as a user runs them. */
public final class Shell {
  public static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  public static final Path TESTDATA = ROOT.resolve("testdata");

  private static final long PATIENCE_MINUTES = 12;

  private Shell() {}

  /** Exit code and output of a run. */
  public record Ended(int exit, String out, String err) {}

  public static Ended run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of());
  }

  /** Runs a command to its end. */
  public static Ended run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(command, environment).end();
  }

  /** Starts a command and does not wait for it. */
  public static Started start(List<String> command, Map<String, String> environment)
      throws IOException {
    Path out = Files.createTempFile("beamscribe-out", ".txt");
    Path err = Files.createTempFile("beamscribe-err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new Started(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  /** {@code bin/beamscribe} with arguments. */
  public static List<String> beamscribe(String... arguments) {
    return Stream.concat(Stream.of(ROOT.resolve("bin/beamscribe").toString()), Stream.of(arguments))
        .toList();
  }

  /** A running program. */
  public record Started(Process process, Path out, Path err) {
    public Ended end() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + said());
      }
      Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ended;
    }

    /** All that it has printed so far. */
    public String said() throws IOException {
      return Files.readString(out) + Files.readString(err);
    }

    /** Waits for something that it is to bring about. */
    public void await(String what, Callable<Boolean> condition) {
      new WhileAlive(process, this::said).await(what, condition);
    }
  }
}
