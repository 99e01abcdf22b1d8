// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks untrusted archives: only plain files and folders, only below the target, and no more of
 * them than a model of that size can have.
 */
public final class Unpacker {
  /** Speech models compress three- to fivefold; zip bombs a thousandfold. */
  private static final long RATIO = 20;

  private static final long ALWAYS_ALLOWED = 16L << 20;
  private static final int MOST_FILES = 10_000;

  /** Bytes of the list of files at the end of a zip, which is kept in memory. */
  private static final long LARGEST_INDEX = 8L << 20;

  /** Bytes of what a tar says of one entry before its content. */
  private static final long MOST_RECORDS = 1 << 20;

  private final Path target;
  private final ModelSource.Single source;
  private final String prefix;
  private final Set<String> seen = new HashSet<>();
  private long room;

  private Unpacker(Path archive, ModelSource.Single source, Path target) throws IOException {
    this.source = source;
    this.target = target;
    this.prefix = source.folder() == null ? "" : source.folder() + "/";
    this.room = Math.max(ALWAYS_ALLOWED, RATIO * Files.size(archive));
  }

  /**
   * Unpacks the model that the source describes.
   *
   * @throws ModelException if the archive is broken or has an unexpected content
   */
  public static void unpack(Path archive, ModelSource.Single source, Path target)
      throws IOException, ModelException {
    Unpacker unpacker = new Unpacker(archive, source, target);
    try {
      if (source.format() == ArchiveFormat.ZIP) {
        unpacker.zip(archive);
      } else {
        unpacker.tar(archive);
      }
    } catch (IOException e) {
      if (e instanceof Writing writing) {
        throw writing.failure();
      }
      throw new ModelException("the archive is broken", e);
    } catch (RuntimeException e) {
      // format readers throw all kinds of exceptions on broken input
      throw new ModelException("the archive is broken", e);
    }
    unpacker.requireAll();
  }

  private void zip(Path archive) throws IOException, ModelException {
    try (BoundedChannel bounded = new BoundedChannel(archive, LARGEST_INDEX);
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(bounded).get()) {
      bounded.allowAll();
      long declared = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        declared += Math.max(0, entry.getSize());
      }
      if (declared <= room) {
        DiskSpace.require(target, declared);
      }
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (entry.isUnixSymlink()) {
          throw unsafe(entry.getName(), "is a link");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
          throw unsafe(entry.getName(), "is packed in a rare way");
        }
        try (InputStream content = zip.getInputStream(entry)) {
          take(entry.getName(), entry.isDirectory(), content);
        }
      }
    }
  }

  private void tar(Path archive) throws IOException, ModelException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream plain =
            GzipCompressorInputStream.builder()
                .setInputStream(file)
                .setDecompressConcatenated(true)
                .get();
        BoundedStream bounded = new BoundedStream(plain);
        TarArchiveInputStream tar = new TarArchiveInputStream(bounded)) {
      for (TarArchiveEntry entry = next(tar, bounded); entry != null; entry = next(tar, bounded)) {
        if (!entry.isDirectory() && !isPlain(entry)) {
          throw unsafe(entry.getName(), "is a link or a device");
        }
        take(entry.getName(), entry.isDirectory(), tar);
      }
    }
  }

  /** Long names and other records before an entry are kept in memory while they are read. */
  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, BoundedStream bounded)
      throws IOException {
    if (tar.getCurrentEntry() != null) {
      tar.transferTo(OutputStream.nullOutputStream()); // the rest of the one before
    }
    bounded.allow(MOST_RECORDS);
    TarArchiveEntry entry = tar.getNextEntry();
    bounded.allow(Long.MAX_VALUE);
    return entry;
  }

  private static boolean isPlain(TarArchiveEntry entry) {
    return entry.getLinkFlag() == TarConstants.LF_NORMAL
        || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
  }

  private void take(String name, boolean folder, InputStream content)
      throws IOException, ModelException {
    String plain = name.startsWith("./") ? name.substring(2) : name;
    check(plain);
    if (seen.size() >= MOST_FILES) {
      throw new ModelException("the archive holds more than " + MOST_FILES + " files");
    }
    if (!seen.add(plain)) {
      throw unsafe(name, "is in it twice");
    }
    boolean wanted =
        plain.startsWith(prefix)
            && (source.files().isEmpty()
                || source.files().contains(plain.substring(prefix.length())));
    if (folder || !wanted) {
      return;
    }
    Path file = target.resolve(plain.substring(prefix.length())).normalize();
    if (!file.startsWith(target) || file.equals(target)) {
      throw unsafe(name, "leads out of it");
    }
    write(file, content);
  }

  private void write(Path file, InputStream content) throws IOException, ModelException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = create(file)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        room -= n;
        if (room < 0) {
          throw new ModelException("the archive unpacks to more than a model can hold");
        }
        try {
          out.write(buffer, 0, n);
        } catch (IOException e) {
          throw new Writing(e);
        }
      }
    }
  }

  private static OutputStream create(Path file) throws Writing, ModelException {
    try {
      Files.createDirectories(file.getParent());
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw unsafe(file.getFileName().toString(), "stands where another file is");
    } catch (IOException e) {
      throw new Writing(e);
    }
  }

  private static void check(String name) throws ModelException {
    if (name.startsWith("/") || name.contains("\\") || name.matches("^[A-Za-z]:.*")) {
      throw unsafe(name, "is an absolute name");
    }
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        throw unsafe(name, "leads out of it");
      }
      if (part.getBytes(StandardCharsets.UTF_8).length > 255) {
        throw unsafe(part.substring(0, 40), "is too long a name");
      }
    }
    if (name.length() > 1000 || name.chars().anyMatch(Character::isISOControl)) {
      throw unsafe(name.substring(0, Math.min(40, name.length())), "is no name for a file");
    }
  }

  private static ModelException unsafe(String name, String why) {
    return new ModelException(
        "the archive is not safe to unpack: " + name.replaceAll("\\p{Cntrl}", "?") + " " + why);
  }

  private void requireAll() throws ModelException {
    for (String file : source.files()) {
      if (!seen.contains(prefix + file)) {
        throw new ModelException("the archive does not hold " + prefix + file);
      }
    }
    if (seen.stream().noneMatch(name -> name.startsWith(prefix))) {
      throw new ModelException("the archive does not hold " + prefix);
    }
  }

  /** Distinguishes a full disk from an unreadable archive. */
  private static final class Writing extends IOException {
    private static final long serialVersionUID = 1L;

    Writing(IOException cause) {
      super(cause);
    }

    @Nullable IOException failure() {
      return (IOException) getCause();
    }
  }
}
