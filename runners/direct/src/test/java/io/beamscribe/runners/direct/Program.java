// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it. */
final class Program {
  private static final String JAR = System.getProperty("beamscribe.jar");
  private static final long PATIENCE_MINUTES = 8;

  private Program() {}

  /** Exit code and output of a run. */
  record Ended(int exit, String out, String err) {}

  /** Runs a command to its end. */
  static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(out, err, arguments);
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + Files.readString(err));
    }
    Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  /** Starts a command and does not wait for it. */
  static Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx512m", "-Dfile.encoding=UTF-8", "-jar", JAR));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  /** A folder of the repository, such as {@code testdata}. */
  static Path repository(String name) {
    return Path.of("..", "..", name).toAbsolutePath().normalize();
  }
}
