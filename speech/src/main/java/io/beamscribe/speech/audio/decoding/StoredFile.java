// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.ByteChannels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored bytes of a source as a local file in which a child process can seek: the file itself,
 * or a copy of a remote one, which is deleted on close.
 */
final class StoredFile implements AutoCloseable {
  private final AudioSource source;
  private final Path path;
  private final boolean copy;
  private @Nullable String sha256;
  private @Nullable OggPages pages;

  private StoredFile(AudioSource source, Path path, boolean copy) {
    this.source = source;
    this.path = path;
    this.copy = copy;
  }

  static StoredFile of(AudioSource source, Path folder) throws IOException {
    Optional<Path> local = source.localPath().filter(StoredFile::isText);
    if (local.isPresent()) {
      return new StoredFile(source, local.get(), false);
    }
    StoredFile file = new StoredFile(source, Files.createTempFile(folder, "copy", ".bin"), true);
    try {
      file.fetch();
      return file;
    } catch (Throwable e) {
      file.close();
      throw e;
    }
  }

  /** A process can be given no file whose name is not text, so that such a file is copied too. */
  private static boolean isText(Path path) {
    try {
      return path.toFile().toPath().equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A part of this file as one of its own. */
  StoredFile part(long start, long end, Path folder) throws IOException {
    StoredFile part = new StoredFile(source, Files.createTempFile(folder, "copy", ".bin"), true);
    try (SeekableByteChannel from = open().position(start);
        WritableByteChannel to = Files.newByteChannel(part.path, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
      for (long left = end - start; left > 0; left -= buffer.limit()) {
        buffer.clear().limit((int) Math.min(left, buffer.capacity()));
        ByteChannels.fill(from, buffer);
        buffer.flip();
        if (to.write(buffer) == 0) {
          break;
        }
      }
      return part;
    } catch (Throwable e) {
      part.close();
      throw e;
    }
  }

  private void fetch() throws IOException {
    try (HashingChannel from = new HashingChannel(source.open());
        WritableByteChannel to = Files.newByteChannel(path, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      sha256 = from.sha256();
    }
  }

  ProcessBuilder.Redirect redirect() {
    return ProcessBuilder.Redirect.from(path.toFile());
  }

  AudioSource source() {
    return source;
  }

  long size() throws IOException {
    return Files.size(path);
  }

  /** Opens the bytes here; the caller closes them. */
  SeekableByteChannel open() throws IOException {
    return Files.newByteChannel(path);
  }

  /**
   * The pages of an Ogg file, which are gone through once only.
   *
   * @param start of the first
   */
  OggPages pages(long start) throws IOException {
    if (pages == null) {
      try (SeekableByteChannel bytes = open()) {
        pages = OggPages.read(bytes.position(start));
      }
    }
    return pages;
  }

  /** The SHA-256 of all stored bytes. */
  String sha256() throws IOException {
    if (sha256 == null) {
      try (ReadableByteChannel from = source.open();
          HashingChannel hashing = new HashingChannel(from)) {
        sha256 = hashing.drain().sha256();
      }
    }
    return sha256;
  }

  @Override
  public void close() throws IOException {
    if (copy) {
      Files.deleteIfExists(path);
    }
  }
}
