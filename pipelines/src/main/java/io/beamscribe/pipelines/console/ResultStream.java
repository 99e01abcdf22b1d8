// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints UTF-8, and remembers why it could not, which print streams otherwise hide. */
final class ResultStream extends PrintStream {
  private final Remembering file;

  ResultStream(FileDescriptor descriptor) {
    this(new Remembering(descriptor));
  }

  private ResultStream(Remembering file) {
    super(file, true, StandardCharsets.UTF_8);
    this.file = file;
  }

  /** Why something was not written; empty also if its reader had read enough. */
  Optional<String> failure() {
    flush();
    return Optional.ofNullable(file.failure).filter(why -> !why.contains("Broken pipe"));
  }

  private static final class Remembering extends FileOutputStream {
    private volatile @Nullable String failure;

    Remembering(FileDescriptor descriptor) {
      super(descriptor);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        super.write(bytes, from, count);
      } catch (IOException e) {
        failure = String.valueOf(e.getMessage());
        throw e;
      }
    }
  }
}
