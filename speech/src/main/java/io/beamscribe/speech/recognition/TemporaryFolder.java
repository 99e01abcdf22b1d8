package io.beamscribe.speech.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A private folder (mode 0700) that is gone, with all that is in it, when closed. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  /** Made where JNA unpacks its libraries, else in the folder for temporary files. */
  public TemporaryFolder(String prefix) throws IOException {
    // Native libraries are unpacked here, too: whoever moved those had a reason.
    String parent = System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
    path = Files.createTempDirectory(Path.of(parent), prefix);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
      List<Path> entries;
      try (Stream<Path> list = Files.list(path)) {
        entries = list.toList();
      }
      for (Path entry : entries) {
        delete(entry);
      }
    }
    Files.deleteIfExists(path);
  }
}
