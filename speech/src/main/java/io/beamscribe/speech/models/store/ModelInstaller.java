// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import io.beamscribe.speech.models.convert.Converters;
import io.beamscribe.speech.models.convert.ModelLayouts;
import io.beamscribe.speech.models.fetch.Download;
import io.beamscribe.speech.models.fetch.ModelFetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Installs models into the store: downloads, checks, unpacks, converts. */
final class ModelInstaller {
  /** An archive and its unpacked content are on the disk together for a while. */
  private static final int PEAK = 4;

  private final LocalModels shelf;
  private final List<ModelFetcher> fetchers;
  private final ModelListener listener;
  private final Optional<SharedModels> shared;

  ModelInstaller(
      LocalModels shelf,
      List<ModelFetcher> fetchers,
      ModelListener listener,
      Optional<SharedModels> shared) {
    this.shared = shared;
    this.shelf = shelf;
    this.fetchers = List.copyOf(fetchers);
    this.listener = listener;
  }

  /** The model of an entry: the stored one, or one from the first source that works. */
  LocalModels.Slot pull(CatalogueEntry entry) throws ModelException {
    return shelf.get(
        entry.id(),
        origin -> origin.matches(entry),
        PEAK * entry.size(),
        (work, model) -> {
          Optional<Origin> copied = fromOthers(entry, work, model);
          return copied.isPresent() ? copied.get() : fromSources(entry, work, model);
        },
        listener);
  }

  /**
   * The model as shared by another machine; empty if the shared store lacks it or has it
   * incomplete.
   */
  private Optional<Origin> fromOthers(CatalogueEntry entry, Path work, Path model)
      throws IOException {
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    Path content = Files.createDirectory(work.resolve("shared"));
    Optional<Origin> origin;
    try {
      origin = shared.get().fill(entry.id(), made -> made.origin().matches(entry), content);
    } catch (IOException | ModelException e) {
      listener.say(entry.id() + " is not copied from the shared models (" + e.getMessage() + ").");
      return Optional.empty();
    }
    if (origin.isPresent()) {
      moveInto(content, model);
    }
    return origin;
  }

  /** Whether any fetcher can read the source. */
  boolean accepts(ModelSource.Single source) {
    return fetchers.stream().anyMatch(fetcher -> fetcher.accepts(source));
  }

  private Origin fromSources(CatalogueEntry entry, Path work, Path model)
      throws IOException, ModelException, InterruptedException {
    List<String> failures = new ArrayList<>();
    int turn = 0;
    for (ModelSource source : entry.sources()) {
      turn++;
      Path own = Files.createDirectory(work.resolve("source-" + turn));
      try {
        DiskSpace.require(work, entry.size());
        // a wrong archive is deleted before the next source fills the same folder
        Path content = Files.createDirectory(own.resolve("content"));
        String sha256 = fetch(entry.id(), source, entry.size(), own, content);
        ModelLayouts.require(entry.engine(), content);
        Converters.run(entry.converters(), content);
        moveInto(content, model);
        entry.licence().notice().ifPresent(what -> listener.say(entry.id() + ": " + what + "."));
        return new Origin(
            entry.id(),
            entry.engine(),
            entry.locales(),
            entry.licence(),
            source.name(),
            sha256,
            entry.converters());
      } catch (ModelException e) {
        failures.add(source.name() + ": " + e.getMessage());
        if (turn < entry.sources().size()) {
          listener.say(
              entry.id()
                  + " cannot be downloaded from "
                  + source.name()
                  + " ("
                  + e.getMessage()
                  + "); trying "
                  + entry.sources().get(turn).name()
                  + ".");
        }
      }
    }
    throw new ModelException(entry.id() + " is unavailable. " + String.join("; ", failures) + ".");
  }

  /** Fills a folder from a source; returns the checksum of the download. */
  String fetch(String id, ModelSource source, long size, Path work, Path content)
      throws IOException, ModelException, InterruptedException {
    return new Download(fetchers, listener, id, size).bring(source, work, content);
  }

  /** Both are in one temporary folder, so this is a rename. */
  static void moveInto(Path content, Path model) throws IOException {
    Files.delete(model);
    Files.move(content, model);
  }
}
