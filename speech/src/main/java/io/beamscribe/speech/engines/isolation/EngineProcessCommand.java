// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.EngineSpec;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the child process is started: the same Java and classes, with as little heap as will do. */
final class EngineProcessCommand {
  /** Descriptor 3 carries the replies, so that native code may print to 1 and 2 as it likes. */
  private static final String REPLIES = "/dev/fd/3";

  private EngineProcessCommand() {}

  /**
   * @param temporary folder of the child, for everything that a killed process leaves behind
   */
  static ProcessBuilder of(EngineSpec spec, Path temporary) throws SpeechException, IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 3>&1 1>&2", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(EngineWorker.class.getClassLoader(), temporary)));
    command.addAll(heap());
    command.add("-XX:+UseSerialGC");
    command.addAll(EngineProvider.named(spec.engine()).javaOptions());
    command.addAll(archive());
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData"));
    // A signal to the whole group ends it at once: nothing is closed while native code runs.
    command.add("-Xrs");
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + temporary + "/error"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Djna.tmpdir=" + temporary);
    command.add("-Djna.encoding=UTF-8");
    command.add("-Dbeamscribe.isolated=true");
    command.add(EngineWorker.class.getName());
    command.addAll(List.of(spec.engine(), spec.folder(), REPLIES, temporary.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Each arena of malloc keeps what a recogniser once needed: two suffice for any number of
    // threads.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    // Allocate large blocks with mmap, so that they go back to the system when freed; otherwise
    // malloc soon raises its threshold and fragments the shared heap.
    builder.environment().putIfAbsent("MALLOC_MMAP_THRESHOLD_", Integer.toString(4 << 20));
    OnnxRuntime.forbidTelemetry(builder.environment());
    return builder;
  }

  /**
   * Per processor the samples of two blocks, one being recognised and one arriving, of at most 20
   * MB each; and a little more. The heap starts small, so that the collector only runs when it
   * would have to grow.
   */
  private static List<String> heap() {
    int most = 64 + 2 * 20 * Runtime.getRuntime().availableProcessors();
    return List.of(
        "-Xms16m", "-Xmx" + most + "m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25");
  }

  /**
   * The class data archive that this JVM was started with, if any; the JVM checks whether it fits.
   */
  private static List<String> archive() {
    String archive = System.getProperty("beamscribe.archive");
    return archive == null || !Files.exists(Path.of(archive))
        ? List.of()
        : List.of(
            "-XX:SharedArchiveFile=" + archive,
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0", // for shared memory
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off");
  }

  /**
   * Everything that a class of a loader may come from; a cluster loads jobs with its own class
   * loaders.
   *
   * @param links folder for links to files that a class path cannot name
   */
  static String classPath(@Nullable ClassLoader own, Path links) throws IOException {
    Set<String> path = new LinkedHashSet<>();
    for (ClassLoader loader = own; loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          path.add(file(url, links));
        }
      }
    }
    path.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, path);
  }

  /** Flink keeps jars in folders with the port of the worker: a colon, which ends an entry. */
  private static String file(URL url, Path links) throws IOException {
    Path file;
    try {
      file = Path.of(url.toURI());
    } catch (URISyntaxException | RuntimeException e) {
      return url.getPath();
    }
    if (!file.toString().contains(File.pathSeparator)) {
      return file.toString();
    }
    Path link = links.resolve("class-path-" + url.toString().hashCode());
    if (!Files.isSymbolicLink(link)) {
      Files.createSymbolicLink(link, file.toAbsolutePath());
    }
    return link.toString();
  }
}
