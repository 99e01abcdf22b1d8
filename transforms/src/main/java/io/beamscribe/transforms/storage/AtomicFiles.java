// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Files that readers see whole or not at all. A local file is written under a temporary name beside
 * its target and moved; object stores show an object only once it is complete, so there it is
 * written in place. Small files are in memory before the first byte is written, since a channel
 * that fails half-way may publish what it has. Thread-safe.
 */
public final class AtomicFiles {
  private static final String TEMPORARY = ".writing-";

  /** How often a local folder is made that others remove meanwhile. */
  private static final int ATTEMPTS = 20;

  private final ObjectStorage stored;

  /**
   * @param storage how to reach addresses that are not local
   */
  public AtomicFiles(StorageSettings storage) {
    this.stored = new ObjectStorage(storage);
  }

  /** Writes or replaces a file, making its folders. */
  public void write(String address, byte[] content) throws IOException {
    if (Addresses.isLocal(address)) {
      writeLocal(path(address), content);
      return;
    }
    if (stored.has(address)) {
      stored.write(address, content);
      return;
    }
    ResourceId resource = FileSystems.matchNewResource(address, false);
    try (WritableByteChannel channel = FileSystems.create(resource, "application/octet-stream")) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** As {@link #write(String, byte[])}, for content that need not fit in memory. */
  public void write(String address, ContentWriter content) throws IOException {
    if (Addresses.isLocal(address)) {
      writeLocal(path(address), content);
    } else if (stored.has(address)) {
      stored.write(address, content);
    } else {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      content.writeTo(all);
      write(address, all.toByteArray());
    }
  }

  private static void writeLocal(Path target, byte[] content) throws IOException {
    writeLocal(target, out -> out.write(content));
  }

  private static void writeLocal(Path target, ContentWriter content) throws IOException {
    Path folder = requireNonNull(target.toAbsolutePath().getParent());
    for (int attempt = 1; ; attempt++) {
      try {
        Files.createDirectories(folder);
        writeLocal(folder, target, content);
        return;
      } catch (NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        } // another run has just removed the folder, as it was empty
      }
    }
  }

  private static void writeLocal(Path folder, Path target, ContentWriter content)
      throws IOException {
    // A short name, since the target's may already have the maximum length.
    Path temporary = folder.resolve(TEMPORARY + UUID.randomUUID().toString().substring(0, 13));
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * The content of a file; empty if there is none.
   *
   * @throws TooLargeException if it does not fit into memory beside the rest
   */
  public Optional<byte[]> read(String address) throws IOException {
    try {
      if (Addresses.isLocal(address)) {
        return Optional.of(WholeContent.of(path(address)));
      }
      if (stored.has(address)) {
        return stored.read(address);
      }
      ResourceId resource = FileSystems.matchNewResource(address, false);
      try (ReadableByteChannel channel = FileSystems.open(resource)) {
        return Optional.of(WholeContent.of(Channels.newInputStream(channel)));
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens a file of any size.
   *
   * @throws FileNotFoundException if there is none
   */
  public InputStream open(String address) throws IOException {
    if (Addresses.isLocal(address)) {
      try {
        return new BufferedInputStream(Files.newInputStream(path(address)));
      } catch (NoSuchFileException e) {
        throw (FileNotFoundException) new FileNotFoundException(address).initCause(e);
      }
    }
    return Channels.newInputStream(
        stored.has(address)
            ? stored.open(address, stored.size(address))
            : FileSystems.open(FileSystems.matchNewResource(address, false)));
  }

  /** Whether there is a file. */
  public boolean exists(String address) throws IOException {
    if (Addresses.isLocal(address)) {
      return Files.isRegularFile(path(address));
    }
    if (stored.has(address)) {
      return stored.exists(address);
    }
    return !match(address).isEmpty();
  }

  /**
   * The addresses of all files in and below a folder, in no particular order; empty if there are
   * none.
   */
  public List<String> list(String folder) throws IOException {
    if (stored.has(folder)) {
      return stored.list(folder);
    }
    if (!Addresses.isLocal(folder)) {
      return match(folder + "/**").stream().map(m -> m.resourceId().toString()).toList();
    }
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        path(folder),
        new Passing() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && !file.getFileName().toString().startsWith(TEMPORARY)) {
              found.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** Deletes a file if it exists. */
  public void delete(String address) throws IOException {
    if (Addresses.isLocal(address)) {
      Files.deleteIfExists(path(address));
    } else if (stored.has(address)) {
      stored.delete(address);
    } else {
      FileSystems.delete(
          List.of(FileSystems.matchNewResource(address, false)),
          MoveOptions.StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  /** When each file in and below a folder was written, in milliseconds of the storage's clock. */
  public Map<String, Long> times(String folder) throws IOException {
    Map<String, Long> times = new HashMap<>();
    if (stored.has(folder)) {
      stored.list(
          folder + "/",
          file -> {
            times.put(file.address(), file.changedMillis());
            return true;
          });
    } else if (Addresses.isLocal(folder)) {
      for (String file : list(folder)) {
        long time = Path.of(file).toFile().lastModified();
        if (time > 0) { // otherwise it is gone by now
          times.put(file, time);
        }
      }
    } else {
      match(folder + "/**")
          .forEach(m -> times.put(m.resourceId().toString(), m.lastModifiedMillis()));
    }
    return times;
  }

  /** Deletes a local folder if it is empty; stores have no such folders. */
  public void deleteEmpty(String folder) throws IOException {
    if (Addresses.isLocal(folder)) {
      deleteEmpty(path(folder));
    }
  }

  /** Deletes a local folder if there is no file in or below it. */
  public void deleteEmptyFolders(String folder) throws IOException {
    if (Addresses.isLocal(folder)) {
      Files.walkFileTree(path(folder), new Removing());
    }
  }

  private static void deleteEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      return; // another run has put something there
    }
  }

  /**
   * Deletes a folder and everything in it, if it exists, except for what is put there meanwhile.
   */
  public void deleteFolder(String folder) throws IOException {
    if (stored.has(folder)) {
      stored.delete(folder);
      return;
    }
    if (!Addresses.isLocal(folder)) {
      List<ResourceId> found =
          new ArrayList<>(
              match(folder + "/**").stream().map(MatchResult.Metadata::resourceId).toList());
      FileSystems.delete(found);
      return;
    }
    Files.walkFileTree(
        path(folder),
        new Removing() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Walks a folder that others change meanwhile, and deletes what is empty after that; files that
   * disappear are ignored.
   */
  private static class Removing extends Passing {
    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
      deleteEmpty(visited);
      return FileVisitResult.CONTINUE;
    }
  }

  /** Walks a folder that others change meanwhile; files that disappear are ignored. */
  private static class Passing extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  private static List<MatchResult.Metadata> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata();
  }

  private static Path path(String address) {
    return Path.of(Addresses.localPath(address));
  }
}
