// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.runners.direct.Shell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A cluster of {@code bin/flink-local}, on ports and in a folder of its own. */
final class LocalCluster implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final int port;
  private final Path state;
  private final List<String> flags;
  private final Map<String, String> environment;

  private LocalCluster(int port, Path state, List<String> flags, Map<String, String> environment) {
    this.port = port;
    this.state = state;
    this.flags = flags;
    this.environment = environment;
  }

  /** Starts one; skips the test if Flink is unavailable. */
  static LocalCluster start(Path folder, String... flags) throws Exception {
    return start(folder, Map.of(), flags);
  }

  /** Starts one with environment variables for its processes. */
  static LocalCluster start(Path folder, Map<String, String> environment, String... flags)
      throws Exception {
    // The page, the JobManager, and with --ha the ZooKeeper.
    int port = Ports.free(10_000, 11_000);
    LocalCluster cluster = new LocalCluster(port, folder, List.of(flags), environment);
    Shell.Ended ended = cluster.heal();
    Assumptions.assumeFalse(ended.err().contains("could not be fetched"), ended.err());
    if (ended.exit() != 0) {
      cluster.close();
      throw new IllegalStateException(ended.err());
    }
    return cluster;
  }

  /** Restarts killed processes. */
  Shell.Ended heal() throws IOException, InterruptedException {
    return Shell.run(command("start"), environment);
  }

  List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Shell.ROOT.resolve("bin/flink-local").toString());
    command.addAll(flags);
    command.add("--port=" + port);
    command.add("--state=" + state);
    command.addAll(List.of(words));
    return command;
  }

  String master() {
    return "127.0.0.1:" + port;
  }

  /** The process of a role, such as {@code taskmanager-1}. */
  ProcessHandle process(String role) throws IOException {
    long pid = Long.parseLong(Files.readString(state.resolve(role + ".pid")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /**
   * Kills the process of a role, and waits until it is gone: otherwise {@link #heal()} would take
   * it for alive.
   */
  void kill(String role) throws Exception {
    ProcessHandle process = process(role);
    process.destroyForcibly();
    process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A text that only the command lines of its workers and of their children contain. */
  String speechMark() {
    return state.resolve("taskmanager-").toString();
  }

  /** All logs of its processes. */
  String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.walk(state, 2)) {
      for (Path file : files.filter(each -> each.endsWith("log")).toList()) {
        logs.append(Files.readString(file));
      }
    }
    return logs.toString();
  }

  JsonNode get(String path) throws IOException {
    return new ObjectMapper().readTree(URI.create("http://" + master() + path).toURL());
  }

  /** Stops a job; returns the path of its savepoint. */
  String stopped(String job) throws IOException, InterruptedException {
    Shell.Ended ended = Shell.run(command("flink", "stop", job));
    String said = ended.out() + ended.err();
    return said.lines()
        .filter(line -> line.contains("Path: "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(said))
        .replaceFirst(".*Path: ", "");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Shell.run(command("stop"));
  }
}
