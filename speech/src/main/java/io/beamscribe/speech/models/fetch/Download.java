// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Downloads the content of a source into a folder: fetches, checks, unpacks, joins. Used once per
 * source.
 */
public final class Download {
  private final List<ModelFetcher> fetchers;
  private final ModelListener listener;
  private final String id;
  private final long size;
  private long done;

  /**
   * @param id name of the model in messages
   * @param size bytes to fetch in total, or 0 if unknown
   */
  public Download(List<ModelFetcher> fetchers, ModelListener listener, String id, long size) {
    this.fetchers = fetchers;
    this.listener = listener;
    this.id = id;
    this.size = size;
  }

  /**
   * Downloads into a folder.
   *
   * @param work folder for intermediate files
   * @return the checksum of the download, as in {@link ModelSource#sha256}
   */
  public String bring(ModelSource source, Path work, Path content)
      throws IOException, ModelException, InterruptedException {
    if (source instanceof ModelSource.Single single) {
      return single(single, work, content);
    }
    ModelSource.Parts whole = (ModelSource.Parts) source;
    List<String> checksums = new ArrayList<>();
    for (ModelSource.Single part : whole.parts()) {
      Path own = Files.createDirectory(work.resolve("part-" + checksums.size()));
      try {
        checksums.add(single(part, own, content));
      } catch (ModelException e) {
        throw new ModelException(Addresses.lastPart(part.name()) + ": " + e.getMessage(), e);
      }
    }
    for (ModelSource.Join join : whole.joins()) {
      join(join, content);
    }
    return ModelSource.Parts.sha256(checksums);
  }

  private String single(ModelSource.Single source, Path work, Path content)
      throws IOException, ModelException, InterruptedException {
    ModelFetcher fetcher =
        fetchers.stream()
            .filter(each -> each.accepts(source))
            .findFirst()
            .orElseThrow(() -> new ModelException("such an address cannot be read here"));
    long limit = size > 0 ? 2 * size + (1 << 20) : Long.MAX_VALUE;
    Path fetched =
        fetcher.fetch(
            source,
            Files.createDirectory(work.resolve("fetched")),
            limit,
            bytes -> listener.progress(id, done + bytes, size));
    done += Files.size(fetched);
    String sha256 = Digests.sha256(fetched);
    Digests.check(source.sha256(), sha256);
    if (source.md5() != null) {
      Digests.check(source.md5(), Digests.md5(fetched));
    }
    if (!source.checked()) {
      listener.say(
          id
              + ": no checksum is published for "
              + source.name()
              + "; the download is trusted, and its sha256 is "
              + sha256
              + ".");
    }
    if (source.format() == ArchiveFormat.FILE) {
      Files.move(fetched, content.resolve(Addresses.lastPart(source.name())));
    } else {
      Unpacker.unpack(fetched, source, content);
      Files.delete(fetched);
    }
    return sha256;
  }

  private static void join(ModelSource.Join join, Path content) throws IOException, ModelException {
    Path whole = content.resolve(join.file());
    try (OutputStream out = Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW)) {
      for (String name : join.pieces()) {
        Path piece = content.resolve(name);
        if (!Files.isRegularFile(piece)) {
          throw new ModelException(name + ", a piece of " + join.file() + ", is missing");
        }
        Files.copy(piece, out);
        Files.delete(piece); // at once, so that the disk need not hold the file twice
      }
    }
    try {
      Digests.check(join.sha256(), Digests.sha256(whole));
    } catch (ModelException e) {
      throw new ModelException(join.file() + ": " + e.getMessage(), e);
    }
  }
}
