// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export.iceberg;

import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * Metadata of tables where results are, here or in object storage. Such a file is small, so it is
 * in memory as a whole, and it is there whole or not at all.
 */
final class TableFiles implements FileIO {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never sent anywhere: tables are written by the program itself
  private final AtomicFiles files;

  TableFiles(AtomicFiles files) {
    this.files = files;
  }

  @Override
  public InputFile newInputFile(String location) {
    try {
      byte[] content =
          files.read(location).orElseThrow(() -> new NotFoundException("There is no %s", location));
      return new InMemoryInputFile(location, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        try {
          if (files.exists(location)) {
            throw new AlreadyExistsException("There is %s already", location);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return createOrOverwrite();
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        return new WholeFile(files, location);
      }

      @Override
      public String location() {
        return location;
      }

      @Override
      public InputFile toInputFile() {
        return newInputFile(location);
      }
    };
  }

  @Override
  public void deleteFile(String location) {
    try {
      files.delete(location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is written when it is closed. */
  private static final class WholeFile extends PositionOutputStream {
    private final AtomicFiles files;
    private final String location;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean closed;

    WholeFile(AtomicFiles files, String location) {
      this.files = files;
      this.location = location;
    }

    @Override
    public long getPos() {
      return content.size();
    }

    @Override
    public void write(int b) {
      content.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      content.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        files.write(location, content.toByteArray());
      }
    }
  }
}
