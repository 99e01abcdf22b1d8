// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of a folder or of a zip archive, in the order of their names. */
final class AudioArchive implements AutoCloseable {
  private final TreeMap<String, Source> files = new TreeMap<>();
  private final @Nullable ZipFile zip;

  /** A file that can be opened several times. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private AudioArchive(@Nullable ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a folder or an archive.
   *
   * @throws ZipException if it is neither
   */
  static AudioArchive open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      AudioArchive archive = new AudioArchive(null);
      try (Stream<Path> all = Files.walk(file)) {
        for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          String name = file.relativize(each).toString().replace('\\', '/');
          archive.files.put(name, () -> Files.newInputStream(each));
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      return archive;
    }
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    AudioArchive archive = new AudioArchive(zip);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      // what the Finder adds
      if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
        archive.files.put(entry.getName(), () -> zip.getInputStream(entry));
      }
    }
    return archive;
  }

  List<String> names() {
    return new ArrayList<>(files.keySet());
  }

  InputStream open(String name) throws IOException {
    Source source = files.get(name);
    if (source == null) {
      throw new NoSuchFileException(name);
    }
    return new BufferedInputStream(source.open(), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
