// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The folder of everything that the service keeps on disk. Names in it are the service's own, never
 * a caller's. One process uses it at a time. Thread-safe.
 */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final RandomAccessFile lockFile;
  private final FileLock lock;

  /**
   * Opens a folder, which is created if it does not exist.
   *
   * @throws IOException if another process uses it
   */
  public DataFolder(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    Files.createDirectories(this.root);
    try {
      Files.setPosixFilePermissions(this.root, PosixFilePermissions.fromString("rwx------"));
    } catch (UnsupportedOperationException e) {
      // A file system without permissions has none to give away.
    }
    this.lockFile = new RandomAccessFile(this.root.resolve("lock").toFile(), "rw");
    FileLock taken = lockFile.getChannel().tryLock();
    if (taken == null) {
      lockFile.close();
      throw new IOException("Another service uses " + root + ".");
    }
    this.lock = taken;
    deleteTree(this.root.resolve("tmp"));
    Files.createDirectories(this.root.resolve("tmp"));
  }

  public Path root() {
    return root;
  }

  /** The folder of the work of an entity, created if it does not exist. */
  public Path work(String entity) {
    return created(folder("work", entity));
  }

  /** The folder of the files of an entity, created if it does not exist. */
  public Path files(String entity) {
    return created(folder("files", entity));
  }

  /** Entities are many, and a folder should not be. */
  private Path folder(String kind, String entity) {
    return root.resolve(kind).resolve(entity.substring(0, 2)).resolve(entity);
  }

  /** The file at a location, as {@link #location} told it. */
  public Path file(String location) {
    Path file = root.resolve(location).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException("A location is below the folder.");
    }
    return file;
  }

  /** The relative location of a file. */
  public String location(Path file) {
    return root.relativize(file).toString();
  }

  /** Deletes the file at a location; it may be gone already. */
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(file(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file for a moment; what is left of it is gone at the next start. */
  public Path temporary() {
    try {
      return Files.createTempFile(root.resolve("tmp"), "t", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where uploads wait. */
  public Path temporaryFolder() {
    return root.resolve("tmp");
  }

  /** Writes a file whole. */
  public void write(Path file, byte[] bytes) throws IOException {
    Path part = temporary();
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Calls for each entity that has a folder of a kind, unless something was put in or taken out of
   * it since a time.
   */
  private void each(String kind, Instant before, Consumer<String> action) {
    Path all = root.resolve(kind);
    if (!Files.isDirectory(all)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(all)) {
      for (Path part : parts) {
        try (DirectoryStream<Path> entities = Files.newDirectoryStream(part)) {
          for (Path entity : entities) {
            if (Files.getLastModifiedTime(entity).toInstant().isBefore(before)) {
              action.accept(entity.getFileName().toString());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls for each entity that has a folder of work which was not changed since a time. */
  public void eachWork(Instant before, Consumer<String> action) {
    each("work", before, action);
  }

  /** Calls for each entity that has a folder of files which was not changed since a time. */
  public void eachFiles(Instant before, Consumer<String> action) {
    each("files", before, action);
  }

  /** Deletes all that belongs to an entity. */
  public void delete(String entity) {
    deleteTree(folder("work", entity));
    deleteTree(folder("files", entity));
  }

  /** Deletes the work of an entity, whose files stay. */
  public void deleteWork(String entity) {
    deleteTree(folder("work", entity));
  }

  /** Deletes the files of an entity, to write them anew. */
  public void deleteFiles(String entity) {
    deleteTree(folder("files", entity));
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(each);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
