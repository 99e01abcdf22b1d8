// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.storage.shared.S3Address;
import io.beamscribe.transforms.storage.shared.S3Objects;
import io.beamscribe.transforms.storage.shared.SharedFileSystems;
import io.beamscribe.transforms.storage.shared.StorageScope;
import io.beamscribe.transforms.storage.shared.StoredObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Object storage through Hadoop, with as few requests as possible: where Beam's file system makes
 * three, this makes one. File systems are shared by all users of the same settings. Thread-safe.
 */
public final class ObjectStorage {
  /** More than a marker, whose size is not known. */
  private static final int SMALL = 1 << 20;

  private final StorageSettings settings;

  public ObjectStorage(StorageSettings settings) {
    this.settings = settings;
  }

  /** Whether an address is in object storage. */
  public boolean has(String address) {
    return !settings.isEmpty() && !Addresses.isLocal(address) && !Addresses.isWeb(address);
  }

  /**
   * The file system of an address, to be used inside a {@link StorageScope}; open until the lease
   * is closed.
   *
   * @throws IllegalArgumentException where none is known for it
   */
  public Lease<FileSystem> files(String address) throws IOException {
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(unknown(address));
    }
    try {
      return SharedFileSystems.lease(
          S3Address.is(address) ? S3Address.parse(address).store() : path(address).toUri(),
          settings.byName());
    } catch (UnsupportedFileSystemException e) {
      throw new IllegalArgumentException(unknown(address), e);
    }
  }

  private static String unknown(String address) {
    return "object storage is addressed as s3a://BUCKET/PATH, not "
        + Addresses.withoutSecrets(address);
  }

  /** The path of an address; a bare bucket is its root. */
  public static Path path(String address) {
    return new Path(address.matches("[^:]+://[^/]+") ? address + "/" : address);
  }

  /** Opens a file of a known size; makes no request before the first read. */
  public SeekableByteChannel open(String address, long size) throws IOException {
    try (StorageScope scope = StorageScope.open()) {
      Lease<FileSystem> files = files(address);
      try {
        Optional<S3Objects> object = S3Objects.of(files.value(), address);
        return new ObjectChannel(
            object.isPresent()
                ? new S3Ranges(files, object.get())
                : new HadoopRanges(files, stream(files.value(), address, size)),
            size);
      } catch (IOException | RuntimeException e) {
        files.close();
        throw e;
      }
    }
  }

  /**
   * The content of a file; empty if there is none. One request if it is small.
   *
   * @throws TooLargeException if it does not fit into memory beside the rest
   */
  public Optional<byte[]> read(String address) throws IOException {
    try {
      byte[] content = read(address, SMALL);
      // Hadoop's openFile with a length reads at most that many bytes.
      return Optional.of(content.length == SMALL ? read(address, size(address)) : content);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * The content of a file of a known size: one request.
   *
   * @throws FileNotFoundException where there is none
   */
  public byte[] read(String address, long size) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address)) {
      Optional<S3Objects> object = S3Objects.of(files.value(), address);
      if (object.isPresent()) {
        return object.get().content();
      }
      try (FSDataInputStream in = stream(files.value(), address, size)) {
        return WholeContent.of(in);
      }
    }
  }

  /** Writes a file that readers see whole or not at all: one request. */
  public void write(String address, byte[] content) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address);
        FSDataOutputStream out = files.value().create(target(address), true)) {
      out.write(content);
    }
  }

  /** Writes a file of any size that readers see whole or not at all. */
  public void write(String address, InputStream content) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address);
        FSDataOutputStream out = files.value().create(target(address), true)) {
      content.transferTo(out);
    }
  }

  /**
   * Writes a file of any size as its content is produced; on failure the old file, if any, stays.
   */
  public void write(String address, ContentWriter content) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address)) {
      FSDataOutputStream out = files.value().create(target(address), true);
      try {
        content.writeTo(out);
      } catch (IOException | RuntimeException e) {
        out.abort();
        throw e;
      }
      out.close();
    }
  }

  /**
   * @throws FileNotFoundException where there is no such file
   */
  long size(String address) throws IOException {
    return find(address).size();
  }

  /** Whether there is a file. */
  public boolean exists(String address) throws IOException {
    try {
      find(address);
      return true;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /**
   * The file at an address.
   *
   * @throws FileNotFoundException if there is none, though perhaps names that begin like this
   */
  public StoredObject find(String address) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address)) {
      Optional<S3Objects> object = S3Objects.of(files.value(), address);
      StoredObject found =
          object.isPresent()
              ? object.get().find()
              : object(files.value().getFileStatus(path(address)));
      if (found.isFolder()) {
        throw new FileNotFoundException(address);
      }
      return found;
    }
  }

  /** The addresses of all files below a folder; empty if there are none. */
  List<String> list(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    list(folder.endsWith("/") ? folder : folder + "/", file -> found.add(file.address()));
    return found;
  }

  /**
   * Lists files; none if there are none.
   *
   * @param prefix begin of their addresses, or at least of those in which the caller is interested
   */
  public void list(String prefix, S3Objects.Visitor visitor) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(prefix)) {
      Optional<S3Objects> objects = S3Objects.of(files.value(), prefix);
      if (objects.isPresent()) {
        objects.get().list(visitor);
        return;
      }
      RemoteIterator<LocatedFileStatus> all =
          files.value().listFiles(path(prefix.substring(0, prefix.lastIndexOf('/') + 1)), true);
      while (all.hasNext()) {
        if (!visitor.visit(object(all.next()))) {
          return;
        }
      }
    } catch (FileNotFoundException e) {
      return; // a folder that does not exist
    }
  }

  private static StoredObject object(FileStatus file) {
    String etag = file instanceof EtagSource tagged ? tagged.getEtag() : null;
    String address = file.getPath().toString();
    return StoredObject.of(
        file.isDirectory() ? address + "/" : address,
        file.isDirectory() ? 0 : file.getLen(),
        etag == null ? "" : etag,
        file.getModificationTime());
  }

  /** Deletes a file, or a folder and everything in it, if it exists. */
  public void delete(String address) throws IOException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = files(address)) {
      files.value().delete(path(address), true);
    }
  }

  /**
   * @throws IllegalArgumentException where Hadoop would write to another address
   */
  private static Path target(String address) {
    Path path = path(address);
    if (S3Address.is(address)
        && !(S3Address.parse(address).isHost() && path.toString().equals(address))) {
      throw new IllegalArgumentException(
          "nothing can be written to a bucket whose name is not that of a host, nor below a name"
              + " that is empty, a dot or two dots");
    }
    return path;
  }

  private static FSDataInputStream stream(FileSystem files, String address, long size)
      throws IOException {
    FutureDataInputStreamBuilder builder = files.openFile(path(address));
    builder.optLong("fs.option.openfile.length", size);
    builder.opt("fs.option.openfile.read.policy", "random");
    try {
      return builder.build().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
