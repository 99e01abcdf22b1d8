// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Downloads archives from object storage, which is as trusted as the audio stored there. */
public final class RemoteFetcher implements ModelFetcher {
  private final RemoteFiles remote;

  public RemoteFetcher(RemoteFiles remote) {
    this.remote = remote;
  }

  @Override
  public boolean accepts(ModelSource.Single source) {
    return source instanceof ModelSource.Url url && remote.accepts(url.url());
  }

  @Override
  public Path fetch(ModelSource.Single source, Path folder, long limit, LongConsumer progress)
      throws ModelException {
    String address = ((ModelSource.Url) source).url();
    Path file = folder.resolve("archive");
    try (InputStream in =
        remote.open(address).orElseThrow(() -> new ModelException("it is not there"))) {
      Files.copy(new Counted(in, limit, progress), file);
      return file;
    } catch (IOException e) {
      throw new ModelException(
          DiskSpace.isFull(e) ? "the disk is full" : "it cannot be read (" + e.getMessage() + ")",
          e);
    }
  }

  /** Reports progress, and accepts no more bytes than allowed. */
  private static final class Counted extends FilterInputStream {
    private final long limit;
    private final LongConsumer progress;
    private long sum;

    Counted(InputStream in, long limit, LongConsumer progress) {
      super(in);
      this.limit = limit;
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("it is read in blocks");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      sum += Math.max(0, count);
      if (sum > limit) {
        throw new IOException("it is larger than the model can be");
      }
      progress.accept(sum);
      return count;
    }
  }
}
